/// An invitation to rate (mời đánh giá), tied to a transaction at a counter.
public struct Invitation: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.invitation
    /// Number that a box may carry with its press; never 0.
    public var id: UInt32
    /// Code of the counter.
    public var counter: String
    /// When it was opened.
    public var opened: Instant
    /// When its window shuts by itself.
    public var expires: Instant
    /// When it was closed by hand before that.
    public var closed: Instant?
    /// Who invited.
    public var by: String
    /// What the transaction is about; its officer, unit and field go before those of the duty.
    public var subject: Subject?

    /// An invitation.
    public init(
        id: UInt32, counter: String, opened: Instant, expires: Instant, closed: Instant? = nil, by: String,
        subject: Subject? = nil
    ) {
        self.id = id
        self.counter = counter
        self.opened = opened
        self.expires = expires
        self.closed = closed
        self.by = by
        self.subject = subject
    }

    /// Unique within its kind.
    public var key: String { "\(id)" }

    /// The end of its window.
    public var shuts: Instant { min(closed ?? expires, expires) }
}
