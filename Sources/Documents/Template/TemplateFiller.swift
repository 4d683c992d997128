import Reports

/// Fills the paragraphs of a template and keeps what is wrong with them.
struct TemplateFiller {
    let fields: [String: ReportTemplate.Value]
    let parts: [String: Paper.Part]
    let isDraft: Bool
    /// Bookmarks of a template are numbered from 0 or 1.
    private static let firstBookmark = 10_000
    /// No field has a longer name.
    private static let longestName = 40
    private var bookmarks = 0
    private(set) var faults = TemplateFaults()
    /// The parts that were put in.
    var placed: Set<String> = []
    /// The words of the last paragraph that has some.
    var lastWords = ""
    /// Whether a draft's mark has its place in the template.
    private(set) var hasDraftField = false

    init(fields: [String: ReportTemplate.Value], parts: [String: Paper.Part], isDraft: Bool) {
        self.fields = fields
        self.parts = parts
        self.isDraft = isDraft
    }

    // MARK: Paragraphs

    /// An element with all paragraphs in it filled.
    mutating func filled(_ element: Element) -> Element {
        var copy = element
        copy.nodes = []
        for node in element.nodes {
            guard case .element(let child) = node else {
                copy.nodes.append(node)
                continue
            }
            if child.name == "w:p" {
                copy.nodes += filled(paragraph: child).map { .element($0) }
            } else {
                copy.nodes.append(.element(filled(child)))
            }
        }
        // A cell, a header or a text box always holds a paragraph.
        if element.first("w:p") != nil, copy.first("w:p") == nil { copy.nodes.append(.element(Element("w:p"))) }
        return copy
    }

    /// The paragraphs that one becomes: several where a value has several lines, none where it is empty.
    mutating func filled(paragraph element: Element) -> [Element] {
        let paragraph = TemplateParagraph(filled(element))
        let found = TemplateField.find(in: paragraph.text)
        for broken in found.broken { fault(broken, paragraph, .broken) }
        guard !found.fields.isEmpty else { return [paragraph.element] }
        let values = found.fields.map { value(of: $0, in: paragraph) }
        if let field = found.fields.first, paragraph.isAlone(field) {
            let paragraphs = values[0].text.split(separator: "\n").map { line in
                paragraph.filled(found.fields) { _ in .init(text: String(line), isOpen: values[0].isOpen) }
            }
            guard case .text? = fields[field.name] else { return marked(paragraphs, field) }
            return paragraphs
        }
        let segments = Dictionary(zip(found.fields, values)) { first, _ in first }
        return [paragraph.filled(found.fields) { segments[$0] ?? .init(text: "") }]
    }

    private mutating func marked(_ paragraphs: [Element], _ field: TemplateField) -> [Element] {
        bookmarks += 1
        return KeptTexts.marked(paragraphs, field: field.name, number: Self.firstBookmark + bookmarks)
    }

    private mutating func value(
        of field: TemplateField, in paragraph: TemplateParagraph
    ) -> TemplateParagraph.Segment {
        if field.name == ReportTemplate.draftField { hasDraftField = true }
        switch fields[field.name] {
        case .text(let text), .kept(let text): return .init(text: text)
        case .open(let prompt):
            if !isDraft { fault(field.name, paragraph, .open(prompt: prompt)) }
            return .init(text: prompt, isOpen: true)
        case nil:
            let isPart = parts[field.name] != nil
            fault(field.name, paragraph, isPart ? .notAlone : .unknown(near: faults.isFull ? [] : near(field.name)))
            return .init(text: "")
        }
    }

    mutating func fault(
        _ field: String, _ paragraph: TemplateParagraph, _ reason: TemplateError.Fault.Reason
    ) {
        faults.add(field, in: paragraph.firstWords, reason)
    }

    /// At most three names that differ little from `name`.
    private func near(_ name: String) -> [String] {
        let names = name.utf8.count > 2 * Self.longestName ? [] : Set(fields.keys).union(parts.keys)
        let distances = names.map { (name: $0, distance: Self.editDistance(name, $0)) }
        return distances.filter { $0.distance <= max(2, name.count / 3) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// How many letters must be added, taken away or changed to make `target` of `source`.
    private static func editDistance(_ source: String, _ target: String) -> Int {
        let letters = Array(target)
        var row = Array(0...letters.count)
        for (index, letter) in source.enumerated() {
            var next = [index + 1]
            for (column, other) in letters.enumerated() {
                next.append(min(row[column + 1] + 1, next[column] + 1, row[column] + (letter == other ? 0 : 1)))
            }
            row = next
        }
        return row[letters.count]
    }
}

extension TemplateParagraph {
    /// Whether `field` is all that it holds.
    func isAlone(_ field: TemplateField) -> Bool {
        text[..<field.range.lowerBound].allSatisfy(\.properties.isWhitespace)
            && text[field.range.upperBound...].allSatisfy(\.properties.isWhitespace)
    }
}
