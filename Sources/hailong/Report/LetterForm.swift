import ArgumentParser
import Documents

/// What a paper of sentences is written as; a spreadsheet is none.
enum LetterForm: String, ExpressibleByArgument, CaseIterable {
    case docx, pdf, html

    var format: PaperFormat {
        switch self {
        case .docx: .docx
        case .pdf: .pdf
        case .html: .html
        }
    }
}
