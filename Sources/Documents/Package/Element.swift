/// An XML element as a value, its names with their prefixes as they are written.
struct Element: Hashable, Sendable {
    /// What stands in an element.
    enum Node: Hashable, Sendable {
        case element(Element)
        case text(String)
    }

    struct Attribute: Hashable, Sendable {
        var name: String
        var value: String
    }

    var name: String
    var attributes: [Attribute]
    var nodes: [Node]

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        nodes = children.map { .element($0) }
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes)
        nodes = [.text(text)]
    }

    /// The elements within.
    var children: [Element] {
        nodes.compactMap { node in
            if case .element(let element) = node { element } else { nil }
        }
    }

    /// The first element within that has this name.
    func first(_ name: String) -> Element? { children.first { $0.name == name } }

    /// Whether any element within, however deep, has one of these names.
    func holds(_ names: Set<String>) -> Bool {
        children.contains { names.contains($0.name) || $0.holds(names) }
    }

    /// The value of an attribute.
    subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let index = attributes.firstIndex { $0.name == attribute }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(name: attribute, value: value))
            case (nil, nil): break
            }
        }
    }

    /// All text within, in order.
    var text: String {
        nodes.map { node in
            switch node {
            case .element(let element): element.text
            case .text(let text): text
            }
        }.joined()
    }
}

extension Element {
    /// The element as a whole XML file.
    var document: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        text += "<" + name
        for attribute in attributes {
            text += " " + attribute.name + "=\""
            text.appendEscaped(attribute.value, inAttribute: true)
            text += "\""
        }
        guard !nodes.isEmpty else { return text += "/>" }
        text += ">"
        for node in nodes {
            switch node {
            case .element(let element): element.write(to: &text)
            case .text(let words): text.appendEscaped(words, inAttribute: false)
            }
        }
        text += "</" + name + ">"
    }
}

extension String {
    /// Without the characters that no XML file can hold, escaped or not: most controls, and U+FFFE and U+FFFF.
    var withoutControls: String {
        guard unicodeScalars.contains(where: { !$0.isAllowedInXML }) else { return self }
        var kept = UnicodeScalarView()
        kept.append(contentsOf: unicodeScalars.filter(\.isAllowedInXML))
        return String(kept)
    }

    /// As it stands between tags.
    var escapedForXML: String {
        var text = ""
        text.appendEscaped(self, inAttribute: false)
        return text
    }

    fileprivate mutating func appendEscaped(_ text: String, inAttribute: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self += "&amp;"
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "\"" where inAttribute: self += "&quot;"
            case "\r": self += "&#13;"
            case "\n" where inAttribute: self += "&#10;"
            case "\t" where inAttribute: self += "&#9;"
            default: if scalar.isAllowedInXML { unicodeScalars.append(scalar) }
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x9, 0xA, 0xD: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
