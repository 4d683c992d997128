extension Element {
    /// Words of a run.
    static func text(_ text: String) -> Element { Element("w:t", ["xml:space": "preserve"], text: text) }

    /// A run with what `looks` set on it beyond its paragraph's style.
    static func run(_ children: [Element], looks: [Element] = []) -> Element {
        Element("w:r", [:], (looks.isEmpty ? [] : [Element("w:rPr", [:], looks)]) + children)
    }

    /// A paragraph of a style; `properties` stand behind the style's in the standard's order.
    static func paragraph(_ style: DOCXStyle, _ runs: [Element] = [], _ properties: [Element] = []) -> Element {
        Element(
            "w:p", [:],
            [Element("w:pPr", [:], [Element("w:pStyle", ["w:val": style.rawValue])] + properties)] + runs)
    }

    /// A paragraph of words; a line feed in them begins a new line.
    static func paragraph(_ style: DOCXStyle, _ text: String, _ properties: [Element] = []) -> Element {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Element.text(String($0)) }
        let pieces = lines.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [Element("w:br"), $0.element] }
        return paragraph(style, text.isEmpty ? [] : [.run(pieces)], properties)
    }

    /// The same, kept on the page of the next paragraph.
    var keptWithNext: Element {
        guard name == "w:p", var properties = first("w:pPr"), properties.first("w:keepNext") == nil else { return self }
        properties.nodes.insert(.element(Element("w:keepNext")), at: properties.first("w:pStyle") == nil ? 0 : 1)
        var paragraph = self
        paragraph.nodes[0] = .element(properties)
        return paragraph
    }

    /// How a paragraph's lines stand.
    static func alignment(_ side: String) -> Element { Element("w:jc", ["w:val": side]) }
}
