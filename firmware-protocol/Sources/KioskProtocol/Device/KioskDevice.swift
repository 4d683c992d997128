/// The box's half of a link: a value without clock, heap or port.
///
/// Feed it bytes, buttons and the time; after every input, and at `deadline`, call `next(now:ring:)` until it gives nil.
/// All times are milliseconds of one clock that begins at any value when the box starts and never goes back.
public struct KioskDevice: Sendable {
    enum Phase: UInt8, Sendable { case closed, greeting, linked }

    /// Who the box is.
    public let identity: BoxIdentity
    /// Frames from the host that were rejected since the start.
    public internal(set) var badFrames: UInt32 = 0
    /// Press frames sent again since the start.
    public internal(set) var resends: UInt32 = 0
    /// The settings in force.
    public internal(set) var settings = BoxSettings(revision: 0)
    /// Why the box last started.
    public internal(set) var cause = ResetCause.unknown

    var phase = Phase.closed
    var decoder = FrameDecoder()
    var debouncer = Debouncer(down: 0, now: 0)
    var startedAt: UInt64 = 0
    /// The tick is the shell's clock plus this, modulo 2^48.
    var tickOffset: UInt64 = 0
    var tickSaveAt = UInt64.max

    // Greeting
    var firstCounter: UInt16 = 0
    var lastCounter: UInt16 = .max
    var helloAt = UInt64.max
    var helloDelay = WireLimits.helloFirst
    /// When the last hello went out; nil before the first.
    var helloSentAt: UInt64?

    // Linked
    var ledger: UInt64 = 0
    var heardAt: UInt64 = 0
    var heartbeatAt = UInt64.max
    var heartbeatEcho: UInt16 = 0
    var sendNext: UInt32 = 0
    /// Every sequence below was sent on this link; an acknowledgement beyond is not about this box.
    var sentBelow: UInt32 = 0
    var resendAt = UInt64.max
    var resendDelay = WireLimits.resendFirst
    var droppedAcked: UInt32 = 0
    var renewal: Renewal?
    var settingsAckDue = false
    var statusDue = false
    var stuckTold: UInt16 = 0
    var badge: BadgeRequest?
    var badgeAt = UInt64.max
    var badgeCounter: UInt16 = 0

    // What people see
    var feedback: Feedback?
    var storedDue = false
    var awaitsStored = false
    var shownSequence: UInt32 = 0
    var shownUntil: UInt64 = 0
    var notice = Notice(standing: .ready)
    var isRefused = false
    var idleDue = false
    var invitation: Invitation?
    var invitationUntil: UInt64 = 0
    var inviteDue = false
    var inviteEndDue: UInt32?
    var textDue: DisplayText?
    var officerDue: OfficerAnswer?
    var blinkDue: UInt8?
    var applyDue = false

    /// A box that has not started yet.
    public init(identity: BoxIdentity) {
        self.identity = identity
    }

    /// Starts after a reset: reads the retained memory. Call it once, before anything else.
    ///
    /// - Parameters:
    ///   - ring: the retained memory, whatever it holds.
    ///   - now: milliseconds.
    ///   - cause: why the box starts.
    ///   - buttonsDown: bit n is set if button n is down now; it is ignored until released.
    /// - Returns: whether the presses in the memory were kept (a warm reset); false means a cold start.
    @discardableResult
    public mutating func start<let capacity: Int>(
        ring: inout RetainedRing<capacity>, now: UInt64, cause: ResetCause, buttonsDown: UInt16 = 0
    ) -> Bool {
        self = KioskDevice(identity: identity)
        self.cause = cause
        startedAt = now
        let kept = ring.recover()
        tickOffset = ring.live.tick &- now
        tickSaveAt = now + WireLimits.tickSaved
        debouncer = Debouncer(down: buttonsDown, now: now)
        // Hellos of before the reset are not to be taken for those of after it.
        lastCounter = (ring.resets &<< 8) &- 1
        idleDue = true
        return kept
    }

    /// The box's tick: milliseconds, 48 bits, carried on over warm resets.
    public func tick(now: UInt64) -> UInt64 { (now &+ tickOffset) & WireLimits.tickMask }

    /// Moves the tick ahead, for simulators that step a clock.
    public mutating func advanceTick<let capacity: Int>(
        by milliseconds: UInt64, now: UInt64, ring: inout RetainedRing<capacity>
    ) {
        tickOffset &+= milliseconds
        ring.save(tick: tick(now: now))
    }

    /// Whether the host has welcomed the box and still answers.
    public var isLinked: Bool { phase == .linked }

    /// The light that is right while nobody presses.
    public var idleLight: IdleLight {
        if isRefused { return .refused }
        guard phase == .linked else { return .offline }
        switch notice.standing {
        case .ready: return .ready
        case .busy: return .busy
        case .refused: return .refused
        }
    }

    /// The buttons that are stuck: bit n for button n.
    public var stuckButtons: UInt16 { debouncer.stuck }
}
