import Reports

/// A stretch of pages: how they lie, their margins, and that they are numbered from 1 with the first number hidden.
struct DOCXSection {
    var orientation: Paper.Orientation

    init(_ orientation: Paper.Orientation) { self.orientation = orientation }

    var element: Element {
        let sheet = Sheet(orientation)
        var size = Element("w:pgSz", ["w:w": "\(twips(sheet.width))", "w:h": "\(twips(sheet.height))"])
        if orientation == .landscape { size["w:orient"] = "landscape" }
        func margin(_ millimetres: Double) -> String { "\(twips(millimetres: millimetres))" }
        return Element(
            "w:sectPr", [:],
            DOCXHeader.allCases.map(\.reference) + [
                Element("w:type", ["w:val": "nextPage"]), size,
                Element(
                    "w:pgMar",
                    [
                        "w:top": margin(Sheet.Margin.top), "w:right": margin(Sheet.Margin.right),
                        "w:bottom": margin(Sheet.Margin.bottom), "w:left": margin(Sheet.Margin.left),
                        "w:header": margin(DOCXHeader.distance), "w:footer": margin(DOCXHeader.distance),
                        "w:gutter": "0",
                    ]),
                Element("w:pgNumType", ["w:start": "1"]), Element("w:titlePg"),
            ])
    }
}

/// Twentieths of a point, in which Word measures lengths.
func twips(_ points: Double) -> Int { Int((points * 20).rounded()) }

func twips(millimetres: Double) -> Int { twips(Sheet.points(millimetres: millimetres)) }

extension [Element] {
    /// A table cannot be the last thing on a page: Word wants a paragraph behind it, here as low as can be.
    var endingInParagraph: [Element] {
        last?.name == "w:p" ? self : self + [.paragraph(.gap)]
    }

    /// The same with `section` in its last paragraph, where a section that is not the document's last ends.
    func endingSection(_ section: Element) -> [Element] {
        var elements = endingInParagraph
        guard var last = elements.popLast() else { return [] }
        var properties = last.first("w:pPr") ?? Element("w:pPr")
        properties.nodes.append(.element(section))
        last.nodes.removeAll { node in
            if case .element(let element) = node { element.name == "w:pPr" } else { false }
        }
        last.nodes.insert(.element(properties), at: 0)
        return elements + [last]
    }
}
