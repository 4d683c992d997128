/// What the ledger answers once an observation is durable. A box is told "stored" only after it has this.
public enum Receipt: Hashable, Sendable {
    /// Stored now, at this position of the ledger.
    case stored(position: Int64)
    /// The same press was there already.
    case repeated(position: Int64)
    /// Another press was there under the same key. Both are kept, this one since now if it is new; the box must begin a
    /// new boot.
    case conflict(position: Int64, isNew: Bool)
    /// A gap or a drop count was recorded.
    case noted

    /// The ledger cannot take it, now or later: it is not stored, and must not be acknowledged.
    case refused(why: String)

    /// Whether a press was written for it.
    public var isNew: Bool {
        switch self {
        case .stored, .conflict(_, isNew: true): true
        default: false
        }
    }
}
