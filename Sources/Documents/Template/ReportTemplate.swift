import Foundation
import Ratings
import Reports

/// The template of a whole report: a DOCX with named fields (`{{tong_luot}}`) that a centre edits in Word or LibreOffice.
public struct ReportTemplate: Sendable {
    /// What takes the place of a field.
    public enum Value: Hashable, Sendable {
        /// Words; where the field stands alone, each line is a paragraph of its own.
        case text(String)
        /// Words of a person, which the next report can start from.
        case kept(String)
        /// Nothing yet: a person must write it. A draft shows the prompt, marked; other states refuse it.
        case open(prompt: String)
    }

    /// What a filled report says of itself.
    public struct Properties: Hashable, Sendable {
        /// The title in the file's properties.
        public var title: String
        /// Who issues it.
        public var author: String
        /// The moment in the file's properties; given, so that the same report is the same bytes.
        public var made: Instant
        /// Where the report stands; drafts are marked.
        public var state: Paper.State

        /// What a filled report says of itself.
        public init(title: String, author: String, made: Instant, state: Paper.State) {
            self.title = title
            self.author = author
            self.made = made
            self.state = state
        }
    }

    /// The field that holds a draft's mark, and nothing in other states.
    public static let draftField = "du_thao"
    private static let main = "word/document.xml"

    private let archive: ZipArchive
    private let document: Element

    /// What stands on the pages.
    var body: Element { document.first("w:body") ?? Element("w:body") }

    /// Reads a template.
    /// - Throws: `DocumentError` where it is no DOCX, or a larger one than may be.
    public init(_ data: Data) throws { try self.init(data, limit: ZipArchive.limit) }

    init(_ data: Data, limit: Int) throws {
        let archive: ZipArchive?
        do {
            archive = try ZipArchive(reading: data, limit: limit)
        } catch let error as DocumentError {
            guard error != ZipArchive.tooLarge else {
                throw DocumentError(
                    "Tệp mẫu giải nén ra hơn \(limit >> 20) MB, quá mức cho phép. Bỏ bớt hình trong mẫu rồi lưu lại dạng "
                        + ".docx.")
            }
            archive = nil
        }
        guard let archive, let main = archive[Self.main] else {
            throw DocumentError("Tệp mẫu không phải tệp .docx. Mở bằng Word hoặc LibreOffice, lưu lại dạng .docx.")
        }
        self.archive = archive
        document = try ElementReader.read(main, part: Self.main)
        guard document.name == "w:document", document.first("w:body") != nil else {
            throw DocumentError(
                "Tệp mẫu không có phần nội dung của Word. Mở bằng Word hoặc LibreOffice, lưu lại dạng .docx.")
        }
    }

    /// The annexes for which it has no field, so that no report of it has them.
    public var missingAnnexes: [ReportField] {
        let named = Self.fieldNames(in: body)
        return ReportField.allCases.filter { $0.source == .annex && !named.contains($0.rawValue) }
    }

    private static func fieldNames(in element: Element) -> Set<String> {
        element.children.reduce(into: []) { names, child in
            if child.name == "w:p" {
                names.formUnion(TemplateField.find(in: TemplateParagraph(child).text).fields.map(\.name))
            }
            names.formUnion(fieldNames(in: child))
        }
    }

    /// The report: `fields` in the places of their names, and each of `parts` as a section of its own where its name
    /// stands alone in a paragraph.
    /// - Throws: `TemplateError` with all that is wrong in the template; `DocumentError` where the file cannot be read or
    ///   packed.
    public func fill(
        _ fields: [String: Value], parts: [String: Paper.Part] = [:], as properties: Properties
    ) throws -> Data {
        let isDraft = properties.state == .draft
        var (sections, archive, hasDraftField) = try filled(fields, parts, isDraft: isDraft)
        if isDraft, !hasDraftField {
            sections[0].elements.insert(.paragraph(.draftMark, DOCXHeader.draftMark), at: 0)
        }
        var body = body
        body.nodes = TemplateSection.body(sections).map { .element($0) }
        var document = document
        document.nodes = document.nodes.map { node in
            if case .element(let child) = node, child.name == "w:body" { .element(body) } else { node }
        }
        var package = TemplatePackage(archive)
        if sections.contains(where: { $0.part != nil }) { try package.addHeaders(isDraft: isDraft) }
        document = try package.adopted(document)
        archive = package.archive
        archive[Self.main] = Data(document.document.utf8)
        if archive["docProps/core.xml"] != nil {
            let core = DOCXPackage.properties(
                title: properties.title, author: properties.author, made: properties.made)
            archive["docProps/core.xml"] = Data(core.document.utf8)
        }
        return try archive.bytes()
    }

    /// The same report as a paper, for the forms that no template is made for.
    /// - Throws: what `fill` throws; `TemplateError` with all that a paper cannot hold, as pictures, footnotes or numbers
    ///   that Word counts itself, and with all that is not known to print as its words: nothing is left out unsaid.
    public func paper(
        _ fields: [String: Value], parts: [String: Paper.Part] = [:], as properties: Properties
    ) throws -> Paper {
        let isDraft = properties.state == .draft
        let (sections, archive, _) = try filled(fields, parts, isDraft: isDraft)
        let package = TemplatePackage(archive)
        var reader = TemplateReader(styles: try package.styleMeanings(), isDraft: isDraft)
        let paperParts = sections.enumerated().map { index, section in
            section.part
                ?? Paper.Part(
                    name: index == 0 ? "Báo cáo" : "Báo cáo (\(index + 1))", orientation: section.orientation,
                    blocks: reader.blocks(section.elements))
        }
        for margin in try package.margins(of: body) { reader.margin(margin) }
        if let error = reader.faults.error { throw error }
        return Paper(
            title: properties.title, author: properties.author, made: properties.made, state: properties.state,
            parts: paperParts)
    }

    private func filled(
        _ fields: [String: Value], _ parts: [String: Paper.Part], isDraft: Bool
    ) throws -> (sections: [TemplateSection], archive: ZipArchive, hasDraftField: Bool) {
        var fields = fields
        fields[Self.draftField] = .text(isDraft ? DOCXHeader.draftMark : "")
        var filler = TemplateFiller(fields: fields, parts: parts, isDraft: isDraft)
        let sections = filler.sections(of: body)
        var archive = archive
        for index in archive.entries.indices where Self.isMargin(archive.entries[index].name) {
            let (name, data) = (archive.entries[index].name, archive.entries[index].data)
            let margin = filler.filled(try ElementReader.read(data, part: name))
            archive.entries[index].data = Data(margin.document.utf8)
        }
        if let error = filler.faults.error { throw error }
        return (sections, archive, filler.hasDraftField)
    }

    private static func isMargin(_ name: String) -> Bool {
        name.hasSuffix(".xml") && ["word/header", "word/footer", "word/footnotes"].contains { name.hasPrefix($0) }
    }
}
