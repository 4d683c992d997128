/// A paragraph of a template: its text across all its runs, and how values take the places of fields.
struct TemplateParagraph {
    /// A stretch of text put into a run.
    struct Segment: Hashable {
        var text: String
        /// Left for a person to write: marked, so that nobody overlooks it.
        var isOpen = false
    }

    let element: Element
    /// The text; where something else than words stands, a barrier.
    private(set) var text: [Unicode.Scalar] = []
    /// The `w:t` that each scalar comes from; nil for a barrier.
    private var sources: [Int?] = []
    private var sourceCount = 0

    init(_ element: Element) {
        self.element = element
        collect(element)
    }

    /// The text as people see it.
    var words: String { Self.words(text[...]) }
    /// As much of it as tells which paragraph it is.
    var firstWords: String { Self.words(text.prefix(200)) }

    private static func words(_ text: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(text.map { $0 == TemplateField.barrier ? " " : $0 }))
    }

    private mutating func collect(_ element: Element) {
        for child in element.children {
            switch child.name {
            case "w:t":
                let scalars = Array(child.text.unicodeScalars)
                text += scalars
                sources += Array(repeating: sourceCount, count: scalars.count)
                sourceCount += 1
            // A value never takes its place: it is no letter of a field.
            case "w:noBreakHyphen":
                text.append("\u{2011}")
                sources.append(nil)
            case "w:tab", "w:br", "w:cr", "w:drawing", "w:pict", "w:object":
                text.append(TemplateField.barrier)
                sources.append(nil)
                collect(child)
            // Paragraphs of a text box are paragraphs of their own.
            case "w:p", "w:pPr", "w:rPr": break
            default: collect(child)
            }
        }
    }

    /// The paragraph with `value` of each field in the field's place; it looks as the field's first letter did.
    func filled(_ fields: [TemplateField], _ value: (TemplateField) -> Segment) -> Element {
        var segments = Array(repeating: [Segment](), count: sourceCount)
        func add(_ segment: Segment, to source: Int) {
            if let last = segments[source].last, !last.isOpen, !segment.isOpen {
                segments[source][segments[source].count - 1].text += segment.text
            } else {
                segments[source].append(segment)
            }
        }
        var index = 0
        var rest = fields[...]
        while index < text.count {
            if let field = rest.first, field.range.lowerBound == index, let source = sources[index] {
                add(value(field), to: source)
                index = field.range.upperBound
                rest = rest.dropFirst()
            } else {
                if let source = sources[index] { add(Segment(text: String(Character(text[index]))), to: source) }
                index += 1
            }
        }
        var next = 0
        return rewritten(element, segments, &next)
    }

    private func rewritten(_ element: Element, _ segments: [[Segment]], _ next: inout Int) -> Element {
        var copy = element
        copy.nodes = element.nodes.flatMap { node -> [Element.Node] in
            guard case .element(let child) = node else { return [node] }
            return switch child.name {
            case "w:r": rewrittenRun(child, segments, &next).map { .element($0) }
            case "w:p", "w:pPr", "w:rPr": [node]
            default: [.element(rewritten(child, segments, &next))]
            }
        }
        return copy
    }

    /// A run, or several where a part of it is marked.
    private func rewrittenRun(_ run: Element, _ segments: [[Segment]], _ next: inout Int) -> [Element] {
        let looks = run.first("w:rPr")?.children ?? []
        var shell = run
        shell.nodes = []
        var runs: [Element] = []
        var content: [Element] = []
        func close(looks: [Element]) {
            guard !content.isEmpty else { return }
            var filled = shell
            filled.nodes = Element.run(content, looks: looks).nodes
            runs.append(filled)
            content = []
        }
        for child in run.children where child.name != "w:rPr" {
            guard child.name == "w:t" else {
                content.append(rewritten(child, segments, &next))
                continue
            }
            for segment in segments[next] {
                if segment.isOpen { close(looks: looks) }
                content += Self.lines(segment.text)
                if segment.isOpen { close(looks: Self.marked(looks)) }
            }
            next += 1
        }
        close(looks: looks)
        return runs
    }

    private static func lines(_ text: String) -> [Element] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return Array(lines.map { [Element.text(String($0))] }.joined(separator: [Element("w:br")]))
            .filter { $0.name != "w:t" || !$0.text.isEmpty }
    }

    /// `looks` with a yellow ground, which in the standard's order stands behind the sizes.
    private static func marked(_ looks: [Element]) -> [Element] {
        let behind: Set<String> = [
            "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang",
            "w:eastAsianLayout", "w:specVanish", "w:oMath", "w:rPrChange",
        ]
        let kept = looks.filter { $0.name != "w:highlight" }
        let place = kept.firstIndex { behind.contains($0.name) } ?? kept.count
        return kept[..<place] + [Element("w:highlight", ["w:val": "yellow"])] + kept[place...]
    }
}
