import Foundation
import Reports

/// Writes papers.
public enum PaperWriter {
    /// The file of `paper` in this form; the same paper is the same bytes.
    /// - Throws: `PaperError`.
    public static func bytes(of paper: Paper, as format: PaperFormat) throws(PaperError) -> Data {
        switch format {
        case .pdf: try PDFWriter.bytes(of: paper)
        case .docx: try packed { try DOCXWriter.bytes(of: paper) }
        case .xlsx: try packed { try XLSXWriter.bytes(of: paper) }
        case .html: HTMLWriter.bytes(of: paper)
        }
    }

    private static func packed(_ write: () throws -> Data) throws(PaperError) -> Data {
        do {
            return try write()
        } catch {
            throw .library("\(error)")
        }
    }
}
