/// One press as it was observed: nothing here is an opinion, all else can be derived from it again.
public struct Press: Hashable, Sendable {
    /// Device, boot and sequence.
    public var key: PressKey
    /// The box's 48-bit millisecond counter at the press.
    public var tick: UInt64
    /// The box's reset count at the press; it tells across which presses the tick lost time.
    public var resets: UInt16
    /// What was pressed, as the device said it: a button's number, a key code, a choice key.
    public var input: String
    /// The invitation the press carries.
    public var invitation: UInt32?
    /// The way it came.
    public var channel: Channel
    /// Whom it says it is about.
    public var subject: Subject?
    /// When and how it was received.
    public var arrival: Arrival

    /// One observed press.
    public init(
        key: PressKey, tick: UInt64, resets: UInt16 = 0, input: String, invitation: UInt32? = nil,
        channel: Channel = .box, subject: Subject? = nil, arrival: Arrival
    ) {
        self.key = key
        self.tick = tick
        self.resets = resets
        self.input = input
        self.invitation = invitation
        self.channel = channel
        self.subject = subject
        self.arrival = arrival
    }

    /// Whether `other` says the same thing under the same key: all that the box itself said, not when it arrived.
    public func hasSameContent(as other: Press) -> Bool {
        key == other.key && tick == other.tick && resets == other.resets && input == other.input
            && invitation == other.invitation && channel == other.channel && subject == other.subject
    }
}
