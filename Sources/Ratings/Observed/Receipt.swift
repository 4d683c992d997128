/// What the ledger answers once an observation is durable. A box is told "stored" only after it has this.
public enum Receipt: Hashable, Sendable {
    /// Stored now, at this position of the ledger.
    case stored(position: Int64)
    /// The same press was there already.
    case repeated(position: Int64)
    /// Another press was there under the same key. Both are kept; the box must begin a new boot.
    case conflict(position: Int64)
    /// A gap or a drop count was recorded.
    case noted

    /// Whether a press was written for it.
    public var isNew: Bool { if case .stored = self { true } else { false } }
}
