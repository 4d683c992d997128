/// The end of an official paper: who gets it, and who signs.
public struct Closing: Hashable, Sendable {
    /// "Nơi nhận", each line as it is set, the last one "- Lưu: VT, …"; empty for none.
    public var recipients: [String]
    /// The lines of authority in capitals, as "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".
    public var authority: [String]
    /// The signer's name; nil leaves the place open.
    public var signer: String?

    /// Whether nobody gets it and nobody signs: then there is no end.
    public var isEmpty: Bool { recipients.isEmpty && !isSigned }

    /// Whether it needs room for a signature.
    public var isSigned: Bool { !authority.isEmpty || signer != nil }

    /// An end.
    public init(recipients: [String], authority: [String], signer: String?) {
        self.recipients = recipients
        self.authority = authority
        self.signer = signer
    }
}
