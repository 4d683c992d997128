/// The host's half of a link: a value without clock, heap or port.
///
/// Feed it bytes, the store's answers and the time; after every input, and at `deadline`, call `next(now:)` until it
/// gives nil. All times are milliseconds of one monotonic clock. When a commit fails, drop the link and begin a new one.
public struct KioskLink: Sendable {
    enum Phase: UInt8, Sendable { case waiting, refused, linked }

    /// The id of the host's ledger, never 0.
    public let ledger: UInt64
    /// Frames that were rejected, and messages that contradict themselves.
    public internal(set) var badFrames: UInt32 = 0
    /// Press frames for sequences that this link had accepted before.
    public internal(set) var resends: UInt32 = 0
    /// The newest hello that was heard, whatever came of it.
    public internal(set) var newestHello: Hello?
    /// The hello of the box that is linked, nil while none is.
    public var hello: Hello? { phase == .linked ? linkedHello : nil }

    var phase = Phase.waiting
    var decoder = FrameDecoder()
    var heardAt: UInt64
    var isDeadTold = false

    // Who is there
    var linkedHello: Hello?
    var isHelloDue = false
    /// The hello that the shell is looking up.
    var askedHello: Hello?
    var identifyAt: UInt64 = 0
    var helloRequestAt: UInt64
    var helloRequestedAt: UInt64?
    var welcomeDue: Welcome?
    var isConnectedDue = false

    // What the store gets
    var toStore = ObservationQueue()
    /// Handed, or about to be, and not committed; of this link session.
    var inFlight = ObservationQueue()
    var lastTicket: UInt64 = 0
    var committedTicket: UInt64 = 0
    /// The next sequence to accept; all below of this session were handed or are not held by the box.
    var cursor: UInt32 = 0
    /// The next sequence that the store lacks.
    var expected: UInt32 = 0
    var announced: UInt32 = 0
    var droppedHanded: UInt32 = 0
    var droppedCommitted: UInt32 = 0
    var isAckDue = false
    var ackedBoot: UInt64 = 0
    var ackedNext: UInt32 = 0

    // Life
    var token: UInt16 = 0
    var tokenSentAt: UInt64?
    var heartbeatAt = UInt64.max
    var probeUntil: UInt64?
    var isAliveDue = false
    var sampleDue: LifeSample?
    var statusDue: BoxStatus?

    // What the box is told
    var notice = Notice(standing: .ready)
    var isNoticeDue = false
    var settings: BoxSettings?
    var settingsAt = UInt64.max
    var settingsApplied: UInt32?
    var invitation: Invitation?
    var invitationUntil: UInt64 = 0
    var inviteAt = UInt64.max
    var invitedDue: UInt32?
    var inviteEnd: UInt32?
    var inviteEndAt = UInt64.max
    var textDue: DisplayText?
    var blinkDue: UInt8?
    var isStatusRequestDue = false
    var badgeAsked: UInt16?
    var badgeDue: BadgeRequest?
    var officerAnswer: OfficerAnswer?
    var isOfficerDue = false
    var renewal: Renewal?
    var renewAt = UInt64.max

    /// A link on a port that was just opened; it asks for a hello at once.
    public init(ledger: UInt64, now: UInt64) {
        self.ledger = ledger
        heardAt = now
        helloRequestAt = now
    }

    /// Whether a box is welcomed and still answers.
    public var isLinked: Bool { phase == .linked }

    /// How many observations wait for their commit.
    public var uncommitted: Int { Int(truncatingIfNeeded: lastTicket - committedTicket) }
}
