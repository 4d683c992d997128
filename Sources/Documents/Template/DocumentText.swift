import Foundation

/// The words of a report that somebody wrote in Word or LibreOffice.
public enum DocumentText {
    /// Its paragraphs, each on a line; those in tables too.
    /// - Throws: `DocumentError` where `data` is no DOCX.
    public static func text(of data: Data) throws -> String {
        paragraphs(try ReportTemplate(data).body).joined(separator: "\n")
    }

    private static func paragraphs(_ element: Element) -> [String] {
        element.children.flatMap { child in
            (child.name == "w:p" ? [TemplateParagraph(child).words] : []) + paragraphs(child)
        }
    }
}
