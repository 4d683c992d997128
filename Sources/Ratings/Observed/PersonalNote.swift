/// Something personal that came with a press. It lives beside the chain and can be erased; the press keeps only a
/// salted commitment to it.
public struct PersonalNote: Hashable, Codable, Sendable {
    /// What the text is.
    public enum Kind: String, Hashable, Codable, Sendable {
        /// What the citizen wrote.
        case comment
        /// The code of a dossier (mã hồ sơ).
        case dossier
        /// The number of a queue ticket.
        case ticket
        /// How to call the citizen back, where he asked for it.
        case callback
    }

    /// What the text is.
    public var kind: Kind
    /// The text itself.
    public var text: String

    /// A personal note.
    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
