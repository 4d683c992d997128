import Foundation
import Reports

/// Reads the pages of a filled template as blocks of a paper, by the names of their styles: what is set by hand in Word
/// (a bold word, a distance) follows the paper's own layout.
struct TemplateReader {
    /// Names of styles by their ids.
    let styles: [String: String]
    private(set) var faults: [TemplateError.Fault] = []

    init(styles: [String: String]) { self.styles = styles }

    /// The blocks that `elements` say; what a paper cannot hold is kept as a fault.
    mutating func blocks(_ elements: [Element]) -> [Block] {
        elements.flatMap { element -> [Block] in
            switch element.name {
            case "w:p": paragraph(element).map { [$0] } ?? []
            case "w:tbl": table(element).map { [$0] } ?? []
            default: blocks(element.children)
            }
        }
    }

    private mutating func paragraph(_ element: Element) -> Block? {
        let text = words(element)
        if element.holds(["w:drawing", "w:pict", "w:object"]) { fault("hình hoặc hộp văn bản", in: text) }
        if element.first("w:pPr")?.first("w:numPr") != nil { fault("số thứ tự tự động", in: text) }
        let style = style(of: element)
        if style == .rule { return .title("", .rule) }
        guard !text.isEmpty else { return nil }
        return switch style {
        case .title: .title(text, .kind)
        case .subtitle: .title(text, .subject)
        case .attachment: .title(text, .attachment)
        case .addressee: .title(text, .addressee)
        case .heading1: .heading(text, level: 1)
        case .heading2: .heading(text, level: 2)
        case .heading3: .heading(text, level: 3)
        case .note: .notes([text])
        // The paper marks its drafts itself.
        case .draftMark: nil
        default: .paragraph(text)
        }
    }

    // MARK: Tables

    private mutating func table(_ element: Element) -> Block? {
        let paragraphs = element.paragraphs.map { (style: style(of: $0), text: words($0)) }
        func lines(_ style: DOCXStyle) -> [String] {
            paragraphs.filter { $0.style == style && !$0.text.isEmpty }.map(\.text)
        }
        func line(_ style: DOCXStyle) -> String? {
            let lines = lines(style)
            return lines.isEmpty ? nil : lines.joined(separator: " ")
        }
        if paragraphs.contains(where: { $0.style == .nation }) {
            return .letterhead(
                Letterhead(
                    parent: line(.parentBody), issuer: line(.issuer) ?? "", number: line(.number) ?? "",
                    regarding: line(.regarding), placeAndDate: line(.placeAndDate) ?? ""))
        }
        let signing = paragraphs.filter { $0.style == .authority }.map(\.text)
        if !signing.isEmpty {
            let authority = signing.prefix { !$0.isEmpty }
            return .closing(
                Closing(
                    recipients: lines(.recipients), authority: Array(authority),
                    signer: signing.dropFirst(authority.count).last { !$0.isEmpty }))
        }
        return grid(element).map { .table($0) }
    }

    private mutating func grid(_ element: Element) -> PaperTable? {
        let widths = (element.first("w:tblGrid")?.children ?? []).map { Double($0["w:w"] ?? "") ?? 1 }
        let rows = element.children.filter { $0.name == "w:tr" }
        guard !widths.isEmpty, !rows.isEmpty else { return nil }
        let headingRows = rows.prefix { $0.first("w:trPr")?.first("w:tblHeader") != nil }
        var alignments = Array(repeating: PaperTable.Alignment.left, count: widths.count)
        let lines = rows.dropFirst(headingRows.count).map { row in
            let cells = row.children.filter { $0.name == "w:tc" }
            if cells.contains(where: { $0.span > 1 || $0.first("w:tcPr")?.first("w:vMerge") != nil }) {
                fault("ô gộp trong bảng", in: words(row))
            }
            for (column, cell) in cells.prefix(widths.count).enumerated() {
                switch cell.paragraphs.first?.first("w:pPr")?.first("w:jc")?["w:val"] {
                case "right", "end": alignments[column] = .right
                case "center": alignments[column] = .centre
                default: break
                }
            }
            let isTotal = cells.contains { cell in cell.paragraphs.contains { style(of: $0) == .totalCell } }
            let texts = cells.map { words($0) } + Array(repeating: "", count: max(0, widths.count - cells.count))
            return PaperTable.Row(isTotal ? .total : .entry, texts.prefix(widths.count).map { .init(.text($0)) })
        }
        return PaperTable(
            columns: zip(widths, alignments).map { .init(weight: $0, alignment: $1) },
            heading: heading(Array(headingRows)), rows: lines)
    }

    /// The heading's cells; one that goes on from above is no cell of its own.
    private func heading(_ rows: [Element]) -> [[PaperTable.Heading]] {
        let starts = rows.map { row in
            var column = 0
            return row.children.filter { $0.name == "w:tc" }.map { cell in
                defer { column += cell.span }
                return (column: column, cell: cell)
            }
        }
        return starts.indices.map { row in
            starts[row].filter { !$0.cell.goesOn }.map { start in
                let below = starts[(row + 1)...].prefix { line in
                    line.contains { $0.column == start.column && $0.cell.goesOn }
                }
                return PaperTable.Heading(words(start.cell), columns: start.cell.span, rows: 1 + below.count)
            }
        }
    }

    // MARK: Words

    private func words(_ element: Element) -> String {
        element.name == "w:p"
            ? TemplateParagraph(element).words.trimmingCharacters(in: .whitespaces)
            : element.paragraphs.map { words($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func style(of paragraph: Element) -> DOCXStyle? {
        guard let id = paragraph.first("w:pPr")?.first("w:pStyle")?["w:val"] else { return nil }
        let name = styles[id]?.lowercased()
        return DOCXStyle.allCases.first { $0.name.lowercased() == name }
    }

    private mutating func fault(_ what: String, in text: String) {
        faults.append(.init(field: what, paragraph: text, reason: .onlyInWord))
    }
}

extension Element {
    /// The paragraphs within, however deep.
    fileprivate var paragraphs: [Element] {
        children.flatMap { $0.name == "w:p" ? [$0] : $0.paragraphs }
    }

    /// Columns that a cell spans.
    fileprivate var span: Int {
        max(1, Int(first("w:tcPr")?.first("w:gridSpan")?["w:val"] ?? "") ?? 1)
    }

    /// Whether a cell goes on from the one above.
    fileprivate var goesOn: Bool {
        guard let merge = first("w:tcPr")?.first("w:vMerge") else { return false }
        return merge["w:val"] != "restart"
    }
}
