/// What a paper is written as.
public enum PaperFormat: String, Hashable, Sendable, CaseIterable {
    /// To print, to sign, to send: fonts embedded, text searchable.
    case pdf
    /// One page that needs nothing else.
    case html
}
