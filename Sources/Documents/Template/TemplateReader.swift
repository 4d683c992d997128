import Foundation
import Reports

/// Reads the pages of a filled template as blocks of a paper, by the names of their styles: what is set by hand in Word
/// (a bold word, a distance) follows the paper's own layout. What it does not know it tells as a fault.
struct TemplateReader {
    /// A paragraph as it is printed.
    private struct Line {
        var style: DOCXStyle?
        var text: String
        var alignment: PaperTable.Alignment?
    }

    let styles: TemplateStyles
    /// Whether the paper is a draft, which it marks itself.
    let isDraft: Bool
    private(set) var faults = TemplateFaults()
    /// The words of the last paragraph that has some.
    private var lastWords = ""

    init(styles: TemplateStyles, isDraft: Bool) {
        self.styles = styles
        self.isDraft = isDraft
    }

    /// The blocks that `elements` say; what a paper cannot hold is kept as a fault.
    mutating func blocks(_ elements: [Element]) -> [Block] {
        read(elements, ["w:p", "w:tbl"]) { $1.name == "w:p" ? $0.paragraph($1) : $0.table($1) }
    }

    /// Reads a header or a footer: a paper numbers its pages and marks its drafts itself, and holds nothing else there.
    mutating func margin(_ element: Element) {
        let isHeader = element.name == "w:hdr"
        let words = lines(in: element.children, isMargin: true).map(\.text).filter { !isDraftMark($0) }
        if let text = words.first(where: { !$0.isEmpty }) {
            fault(isHeader ? "chữ ở đầu trang" : "chữ ở cuối trang", in: text)
        }
    }

    private mutating func paragraph(_ element: Element) -> Block? {
        let line = line(element)
        let text = line.text
        if line.style == .rule {
            if !text.isEmpty { fault("chữ trong đường kẻ", in: text) }
            return .title("", .rule)
        }
        guard !text.isEmpty else { return nil }
        switch line.style {
        case .title: return .title(text, .kind)
        case .subtitle: return .title(text, .subject)
        case .attachment: return .title(text, .attachment)
        case .addressee: return .title(text, .addressee)
        case .heading1: return .heading(text, level: 1)
        case .heading2: return .heading(text, level: 2)
        case .heading3: return .heading(text, level: 3)
        case .note: return .notes([text])
        case .draftMark where isDraftMark(text): return nil
        default: return .paragraph(text)
        }
    }

    private func isDraftMark(_ text: String) -> Bool { isDraft && text == DOCXHeader.draftMark }

    // MARK: Tables

    private mutating func table(_ element: Element) -> Block? {
        let styles = Set(element.paragraphs.compactMap { style(of: $0) })
        if styles.contains(.nation) { return .letterhead(letterhead(element)) }
        if styles.contains(.authority) { return .closing(closing(element)) }
        return grid(element).map { .table($0) }
    }

    private mutating func letterhead(_ element: Element) -> Letterhead {
        let lines = lines(in: [element]).filter { !$0.text.isEmpty }
        func words(_ style: DOCXStyle) -> String? {
            let texts = lines.filter { $0.style == style }.map(\.text)
            return texts.isEmpty ? nil : texts.joined(separator: " ")
        }
        for line in lines {
            switch line.style {
            case .parentBody, .issuer, .number, .regarding, .placeAndDate: break
            case .nation where line.text.hasLetters(of: Letterhead.nation): break
            case .motto where line.text.hasLetters(of: Letterhead.motto): break
            case .draftMark where isDraftMark(line.text): break
            default: fault("dòng lạ trong phần đầu báo cáo", in: line.text)
            }
        }
        return Letterhead(
            parent: words(.parentBody), issuer: words(.issuer) ?? "", number: words(.number) ?? "",
            regarding: words(.regarding), placeAndDate: words(.placeAndDate) ?? "")
    }

    private mutating func closing(_ element: Element) -> Closing {
        let lines = lines(in: [element])
        let signing = lines.filter { $0.style == .authority }.map(\.text)
        let authority = signing.prefix { !$0.isEmpty }
        let signers = signing.dropFirst(authority.count).filter { !$0.isEmpty }
        let recipients = lines.filter { $0.style == .recipients && !$0.text.isEmpty }.map(\.text)
        // Between those who sign and their names is room for a signature, nothing else.
        var strange = Array(signers.dropLast())
        for line in lines where !line.text.isEmpty {
            switch line.style {
            case .authority, .recipients: break
            case .recipientsHeading where !recipients.isEmpty && line.text.hasLetters(of: "Nơi nhận:"): break
            case .draftMark where isDraftMark(line.text): break
            default: strange.append(line.text)
            }
        }
        for text in strange { fault("dòng lạ trong phần ký", in: text) }
        return Closing(recipients: recipients, authority: Array(authority), signer: signers.last)
    }

    private mutating func grid(_ element: Element) -> PaperTable? {
        let rows = rows(of: element) { $0.row($1) }
        let words = rows.map(\.words).filter { !$0.isEmpty }.joined(separator: " ")
        guard !rows.isEmpty else { return nil }
        guard let table = TemplateTable(grid: element.first("w:tblGrid"), rows: rows) else {
            fault(TemplateTable.uneven, in: words)
            return nil
        }
        for row in table.rowsOnlyInWord { fault(TemplateTable.joined, in: row.words) }
        return table.paperTable
    }

    private mutating func row(_ element: Element) -> TemplateTable.Row {
        let properties = element.first("w:trPr")
        return TemplateTable.Row(
            isHeading: properties?.isOn("w:tblHeader") ?? false,
            before: TemplateTable.columns(properties?.first("w:gridBefore"), atLeast: 0),
            cells: read(element.children, ["w:tc"]) { $0.cell($1) })
    }

    private mutating func cell(_ element: Element) -> TemplateTable.Cell {
        let properties = element.first("w:tcPr")
        let lines = read(element.children, ["w:p", "w:tbl"]) { reader, part -> Line? in
            guard part.name == "w:tbl" else { return reader.line(part) }
            reader.fault("bảng trong ô của bảng", in: part.text)
            return nil
        }
        let text = lines.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        if properties?.first("w:cellDel") != nil || properties?.first("w:cellMerge") != nil {
            fault(WordMarkup.tracked, in: text)
        }
        return TemplateTable.Cell(
            text: text, span: TemplateTable.columns(properties?.first("w:gridSpan"), atLeast: 1),
            merge: .init(properties), alignment: lines.first?.alignment,
            isTotal: lines.contains { $0.style == .totalCell })
    }

    // MARK: Parts

    /// What `part` makes of the elements of these names, through those that only hold others; in the order of the document.
    private mutating func read<Part>(
        _ elements: [Element], _ names: Set<String>, _ part: (inout TemplateReader, Element) -> Part?
    ) -> [Part] {
        var parts: [Part] = []
        for element in elements {
            if names.contains(element.name) {
                part(&self, element).map { parts.append($0) }
            } else if WordMarkup.containers.contains(element.name) {
                parts += read(element.children, names, part)
            } else if !WordMarkup.unprinted.contains(element.name) {
                fault(WordMarkup.name(of: element), in: element.text)
            }
        }
        return parts
    }

    /// What `part` makes of the rows of a table that are not deleted with their tracks kept.
    private mutating func rows<Part>(of table: Element, _ part: (inout TemplateReader, Element) -> Part) -> [Part] {
        read(table.children, ["w:tr"]) { reader, row in
            let properties = row.first("w:trPr")
            if properties?.isOn("w:hidden") == true { reader.fault(WordMarkup.hidden, in: row.text) }
            return properties?.first("w:del") == nil ? part(&reader, row) : nil
        }
    }

    /// All paragraphs within, those in tables too.
    private mutating func lines(in elements: [Element], isMargin: Bool = false) -> [Line] {
        read(elements, ["w:p", "w:tbl"]) { reader, element -> [Line] in
            guard element.name == "w:tbl" else { return [reader.line(element, isMargin: isMargin)] }
            return reader.rows(of: element) { reader, row in
                reader.read(row.children, ["w:tc"]) { $0.lines(in: $1.children, isMargin: isMargin) }.flatMap(\.self)
            }.flatMap(\.self)
        }.flatMap(\.self)
    }

    private mutating func line(_ element: Element, isMargin: Bool = false) -> Line {
        let printed = PrintedParagraph(element, styles: styles, isMargin: isMargin)
        for what in printed.onlyInWord { fault(what, in: printed.text) }
        if !printed.text.isEmpty { lastWords = TemplateFaults.beginning(of: printed.text) }
        return Line(
            style: style(of: element), text: printed.text,
            alignment: .init(element.first("w:pPr")?.first("w:jc")))
    }

    private func style(of paragraph: Element) -> DOCXStyle? {
        guard let name = styles.name(ofStyleIn: paragraph.first("w:pPr"))?.lowercased() else { return nil }
        return DOCXStyle.allCases.first { $0.name.lowercased() == name }
    }

    private mutating func fault(_ what: String, in text: String) {
        let isBlank = text.allSatisfy(\.isWhitespace)
        faults.add(what, in: isBlank && !lastWords.isEmpty ? "(sau) \(lastWords)" : text, .onlyInWord)
    }
}

extension Element {
    /// The paragraphs within, however deep.
    fileprivate var paragraphs: [Element] {
        children.flatMap { $0.name == "w:p" ? [$0] : $0.paragraphs }
    }
}

extension TemplateTable.Merge {
    fileprivate init(_ properties: Element?) {
        self =
            switch (properties?.first("w:hMerge"), properties?.first("w:vMerge")) {
            case (nil, nil): .none
            case (nil, let merge?): merge["w:val"] == "restart" ? .begins : .goesOn
            // As Word joined cells of a row long ago: none is above them.
            case (_?, _): .goesOn
            }
    }
}

extension PaperTable.Alignment {
    fileprivate init?(_ alignment: Element?) {
        switch alignment?["w:val"] {
        case "right", "end": self = .right
        case "center": self = .centre
        default: return nil
        }
    }
}

extension String {
    /// Whether both are the same letters; dashes, spaces and capitals are looks.
    fileprivate func hasLetters(of text: String) -> Bool {
        lowercased().filter(\.isLetter) == text.lowercased().filter(\.isLetter)
    }
}
