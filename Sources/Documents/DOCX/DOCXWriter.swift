import Foundation
import Reports

/// Writes a paper as a document to edit in Word or LibreOffice: real styles, real tables, a section a part.
public enum DOCXWriter {
    /// The paper as the bytes of a DOCX file; the same paper is the same bytes.
    /// - Throws: `DocumentError` with the reason of the library that packs the file.
    public static func bytes(of paper: Paper) throws -> Data {
        try bytes(of: paper, mark: paper.state == .draft ? DOCXHeader.draftMark : nil)
    }

    /// The same with `mark` in the corner of each page.
    static func bytes(of paper: Paper, mark: String?) throws -> Data {
        var archive = ZipArchive()
        let files: [(String, Element)] = [
            ("[Content_Types].xml", DOCXPackage.contentTypes),
            ("_rels/.rels", DOCXPackage.relationships),
            ("docProps/core.xml", DOCXPackage.properties(title: paper.title, author: paper.author, made: paper.made)),
            ("docProps/app.xml", DOCXPackage.application),
            ("word/document.xml", document(paper)),
            ("word/_rels/document.xml.rels", DOCXPackage.documentRelationships),
            ("word/styles.xml", DOCXStyle.sheet),
            ("word/settings.xml", DOCXPackage.settings),
            ("word/fontTable.xml", DOCXPackage.fonts),
            ("word/\(DOCXHeader.page.file)", DOCXHeader.page.element(mark: mark)),
            ("word/\(DOCXHeader.firstPage.file)", DOCXHeader.firstPage.element(mark: mark)),
        ]
        for (name, element) in files { archive[name] = Data(element.document.utf8) }
        return try archive.bytes()
    }

    private static func document(_ paper: Paper) -> Element {
        var body: [Element] = []
        for (index, part) in paper.parts.enumerated() {
            let section = DOCXSection(part.orientation).element
            let blocks = DOCXBlocks(orientation: part.orientation).elements(part.blocks)
            let isLast = index == paper.parts.count - 1
            body += isLast ? blocks.endingInParagraph + [section] : blocks.endingSection(section)
        }
        if paper.parts.isEmpty { body = [Element("w:p"), DOCXSection(.portrait).element] }
        return Element(
            "w:document", ["xmlns:w": DOCXPackage.main, "xmlns:r": DOCXPackage.links], [Element("w:body", [:], body)])
    }
}
