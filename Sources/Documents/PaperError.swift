/// Why a paper cannot be written.
public enum PaperError: Error, Hashable, CustomStringConvertible {
    /// No Times-compatible face with every Vietnamese letter.
    case noTypeface(tried: [String])
    /// A text holds characters for which this machine has no glyphs.
    case unprintable(text: String)
    /// A row of a table is higher than a page.
    case rowTooHigh(text: String)
    /// The rows of a table, or its heading, have not the cells that its columns ask for.
    case unevenTable(text: String)
    /// The library failed.
    case library(String)

    /// What, why, and what to do next.
    public var description: String {
        switch self {
        case .noTypeface(let tried):
            "no typeface for the paper: none of \(tried.joined(separator: ", ")) is installed with every Vietnamese "
                + "letter in regular, bold and italic. Install one: sudo apt install fonts-croscore"
        case .unprintable(let text):
            "'\(text)' holds a character for which this machine has no glyph. Correct the name, or install a font "
                + "that has it (fonts-noto-core)."
        case .rowTooHigh(let text): "the row of '\(text.prefix(60))…' is higher than a page. Shorten its text."
        case .unevenTable(let text):
            "the table of '\(text.prefix(60))…' has rows of more or fewer cells than it has columns. Write it anew."
        case .library(let reason): "the paper cannot be written: \(reason)"
        }
    }
}
