/// What a box says of itself when its link opens.
public struct Greeting: Hashable, Sendable {
    /// UID of the box, lower-case hexadecimal.
    public var device: String
    /// The boot id of its ring; nil after a cold start, when it has none.
    public var boot: UInt64?
    /// First sequence not yet used: what lies between this and what the ledger has is on its way or lost.
    public var next: UInt32
    /// What it is.
    public var description: BoxDescription
    /// When it was heard.
    public var heard: Instant
    /// Whether another live box gives the same identity: then no ring counts as lost because this one has none.
    public var hasTwin: Bool

    /// A greeting.
    public init(
        device: String, boot: UInt64?, next: UInt32, description: BoxDescription, heard: Instant, hasTwin: Bool = false
    ) {
        self.device = device
        self.boot = boot
        self.next = next
        self.description = description
        self.heard = heard
        self.hasTwin = hasTwin
    }
}

/// The make and abilities of a box, as it tells them.
public struct BoxDescription: Codable, Hashable, Sendable {
    /// Model.
    public var model: String
    /// Firmware version.
    public var firmware: String
    /// Protocol version in use.
    public var protocolVersion: Int
    /// Number of buttons.
    public var buttons: Int
    /// The guarantee it can give: whether unreceipted presses survive a power cut in it.
    public var ringSurvivesPowerLoss: Bool
    /// How many unreceipted presses it can hold.
    public var ringCapacity: Int
    /// Resets since its ring began.
    public var resets: Int
    /// Cause of the last reset.
    public var resetCause: String

    /// A description.
    public init(
        model: String, firmware: String, protocolVersion: Int, buttons: Int, ringSurvivesPowerLoss: Bool,
        ringCapacity: Int, resets: Int, resetCause: String
    ) {
        self.model = model
        self.firmware = firmware
        self.protocolVersion = protocolVersion
        self.buttons = buttons
        self.ringSurvivesPowerLoss = ringSurvivesPowerLoss
        self.ringCapacity = ringCapacity
        self.resets = resets
        self.resetCause = resetCause
    }
}

/// What the ledger answers to a greeting.
public struct Standing: Hashable, Sendable {
    /// Names this ledger to the box.
    public var ledger: UInt64
    /// The box's boot, or the one it is offered where it has none.
    public var boot: UInt64
    /// The sequence the ledger expects next in that boot.
    public var next: UInt32
    /// Drops of that boot already stored.
    public var dropped: UInt32
    /// When the box was last heard before this; nil for never.
    public var lastHeard: Instant?
    /// Codes of the counters where it stands now.
    public var counters: [String]
    /// What it had announced and lost with its ring, as this greeting showed.
    public var lost: [Gap]

    /// A standing.
    public init(
        ledger: UInt64, boot: UInt64, next: UInt32, dropped: UInt32, lastHeard: Instant? = nil,
        counters: [String] = [], lost: [Gap] = []
    ) {
        self.ledger = ledger
        self.boot = boot
        self.next = next
        self.dropped = dropped
        self.lastHeard = lastHeard
        self.counters = counters
        self.lost = lost
    }
}
