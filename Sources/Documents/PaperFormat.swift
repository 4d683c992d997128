/// What a paper is written as.
public enum PaperFormat: String, Hashable, Sendable, CaseIterable {
    /// To print, to sign, to send: fonts embedded, text searchable.
    case pdf
    /// To edit in Word or LibreOffice.
    case docx
    /// To calculate with.
    case xlsx
    /// One page that needs nothing else.
    case html
}
