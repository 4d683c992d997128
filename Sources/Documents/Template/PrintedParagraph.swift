import Foundation

/// A paragraph of a filled template as a paper prints it. What is not known to print as these words is told, never passed
/// over.
struct PrintedParagraph {
    /// A field of Word that is open: its code, then what it came to.
    private struct Field {
        var code = ""
        var isResult = false

        var name: String { code.split(whereSeparator: \.isWhitespace).first?.uppercased() ?? "" }
    }

    /// Fields of Word that show what they came to when they were written.
    private static let knownFields: Set<String> = ["HYPERLINK", "REF", "FORMTEXT"]
    private static let pageNumber = "PAGE"

    /// Its words.
    private(set) var text = ""
    /// What of it only Word can set, in Vietnamese, each once.
    private(set) var onlyInWord: [String] = []

    private let styles: TemplateStyles
    private let properties: Element?
    /// Whether it stands in a header or footer, where the number of the page is no text.
    private let isMargin: Bool
    private var fields: [Field] = []

    init(_ element: Element, styles: TemplateStyles, isMargin: Bool = false) {
        self.styles = styles
        self.isMargin = isMargin
        properties = element.first("w:pPr")
        read(element, looks: nil)
        for field in fields where !field.isResult { judge(field) }
        text = text.trimmingCharacters(in: .whitespaces)
        if styles.isNumbered(properties) { tell("số thứ tự tự động") }
        guard !text.isEmpty, let mark = properties?.first("w:rPr") else { return }
        if mark.first("w:del") != nil || mark.first("w:moveFrom") != nil { tell(WordMarkup.tracked) }
        if mark.isOn("w:vanish") { tell(WordMarkup.hidden) }
    }

    private mutating func read(_ element: Element, looks: Element?) {
        for child in element.children {
            switch child.name {
            case "w:r": read(child, looks: child.first("w:rPr") ?? Element("w:rPr"))
            case "w:hyperlink",
                _ where WordMarkup.containers.contains(child.name):
                read(child, looks: looks)
            case "w:t": add(child.text, looks)
            case "w:noBreakHyphen": add("\u{2011}", looks)
            case "w:tab", "w:ptab", "w:br", "w:cr": add(" ", looks)
            case "w:fldSimple":
                let field = Field(code: child["w:instr"] ?? "", isResult: true)
                judge(field)
                fields.append(field)
                read(child, looks: looks)
                fields.removeLast()
            case "w:fldChar": turn(at: child["w:fldCharType"])
            case "w:instrText": if !fields.isEmpty { fields[fields.count - 1].code += child.text }
            case _ where WordMarkup.unprinted.contains(child.name): break
            default: tell(WordMarkup.name(of: child))
            }
        }
    }

    private mutating func add(_ words: String, _ looks: Element?) {
        let isShown = fields.allSatisfy { $0.isResult && !(isMargin && $0.name == Self.pageNumber) }
        guard isShown else { return }
        if words.contains(where: { !$0.isWhitespace }) {
            if styles.isHidden(looks, in: properties) { tell(WordMarkup.hidden) }
            if let looks, looks.isOn("w:strike") || looks.isOn("w:dstrike") { tell("chữ gạch ngang") }
        }
        text += words
    }

    // MARK: Fields of Word

    private mutating func turn(at mark: String?) {
        switch mark {
        case "begin": fields.append(Field())
        case "separate":
            guard let field = fields.last, !field.isResult else { return }
            judge(field)
            fields[fields.count - 1].isResult = true
        default: if let field = fields.popLast(), !field.isResult { judge(field) }
        }
    }

    private mutating func judge(_ field: Field) {
        guard !Self.knownFields.contains(field.name), !(isMargin && field.name == Self.pageNumber) else { return }
        tell("trường của Word (\(field.name.prefix(20)))")
    }

    private mutating func tell(_ what: String) {
        if !onlyInWord.contains(what) { onlyInWord.append(what) }
    }
}
