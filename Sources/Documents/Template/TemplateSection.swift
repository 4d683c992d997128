import Foundation
import Reports

/// A stretch of a filled report's pages: the template's own, or a part that was put in.
struct TemplateSection {
    var elements: [Element]
    /// Its `w:sectPr`.
    var properties: Element
    /// The part that it is made of.
    var part: Paper.Part?

    /// How the pages lie.
    var orientation: Paper.Orientation {
        properties.first("w:pgSz")?["w:orient"] == "landscape" ? .landscape : .portrait
    }
}

extension TemplateFiller {
    /// The body's sections, filled.
    mutating func sections(of body: Element) -> [TemplateSection] {
        var sections: [TemplateSection] = []
        for section in ownSections(of: body) { sections += filled(section) }
        return sections
    }

    /// What stands in a body; of a content control with a whole part what stands in it.
    private func blocks(of body: Element) -> [Element] {
        body.children.flatMap { child in
            guard child.name == "w:sdt", let content = child.first("w:sdtContent") else { return [child] }
            let blocks = blocks(of: content)
            return blocks.contains { part(for: $0) != nil } ? blocks : [child]
        }
    }

    private func ownSections(of body: Element) -> [TemplateSection] {
        var sections: [TemplateSection] = []
        var current: [Element] = []
        for var child in blocks(of: body) where child.name != "w:sectPr" {
            let properties = child.name == "w:p" ? child.removeSection() : nil
            current.append(child)
            if let properties {
                sections.append(TemplateSection(elements: current, properties: properties))
                current = []
            }
        }
        let last = body.first("w:sectPr") ?? DOCXSection(.portrait).element
        return sections + [TemplateSection(elements: current, properties: last)]
    }

    /// A section, cut where parts stand in it: each part is a section of its own, and what is empty between them goes.
    private mutating func filled(_ section: TemplateSection) -> [TemplateSection] {
        var sections: [TemplateSection] = []
        var current: [Element] = []
        func flush() {
            if current.contains(where: \.showsSomething) {
                sections.append(TemplateSection(elements: current, properties: section.properties))
            }
            current = []
        }
        for element in section.elements {
            if let (name, part) = part(for: element) {
                guard placed.insert(name).inserted else {
                    fault(name, TemplateParagraph(element), .twice(behind: lastWords))
                    continue
                }
                flush()
                sections.append(
                    TemplateSection(
                        elements: DOCXBlocks(orientation: part.orientation).elements(part.blocks),
                        properties: DOCXSection(part.orientation).element, part: part))
            } else if element.name == "w:p" {
                current += filled(paragraph: element)
            } else {
                current.append(filled(element))
            }
            let words = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !words.isEmpty { lastWords = TemplateFaults.beginning(of: words) }
        }
        flush()
        return sections.isEmpty ? [TemplateSection(elements: current, properties: section.properties)] : sections
    }

    /// The part whose field is all that a paragraph holds, with the field's name.
    private func part(for element: Element) -> (name: String, part: Paper.Part)? {
        guard element.name == "w:p" else { return nil }
        let paragraph = TemplateParagraph(element)
        let found = TemplateField.find(in: paragraph.text)
        guard found.broken.isEmpty, let field = found.fields.first, paragraph.isAlone(field) else { return nil }
        return parts[field.name].map { (field.name, $0) }
    }
}

extension TemplateSection {
    /// The content of a `w:body` of these sections: one that is not the last ends in its last paragraph.
    static func body(_ sections: [TemplateSection]) -> [Element] {
        sections.enumerated().flatMap { index, section in
            index == sections.count - 1
                ? section.elements.endingInParagraph + [section.properties]
                : section.elements.endingSection(section.properties)
        }
    }
}

extension Element {
    /// Whether anything of it can be seen on a page: an empty paragraph is none.
    fileprivate var showsSomething: Bool {
        name != "w:p" || !text.isEmpty || holds(["w:drawing", "w:pict", "w:object"])
    }

    /// Takes the end of a section out of a paragraph.
    fileprivate mutating func removeSection() -> Element? {
        guard var properties = first("w:pPr"), let section = properties.first("w:sectPr") else { return nil }
        properties.nodes.removeAll { $0 == .element(section) }
        nodes = nodes.map { node in
            if case .element(let child) = node, child.name == "w:pPr" { .element(properties) } else { node }
        }
        return section
    }
}
