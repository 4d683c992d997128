extension DOCXStyle {
    /// styles.xml.
    static var sheet: Element {
        Element("w:styles", ["xmlns:w": DOCXPackage.main], [defaults] + allCases.map(\.element))
    }

    private static var defaults: Element {
        Element(
            "w:docDefaults", [:],
            [
                Element(
                    "w:rPrDefault", [:],
                    [
                        Element(
                            "w:rPr", [:],
                            [
                                Element(
                                    "w:rFonts",
                                    ["w:ascii": face, "w:hAnsi": face, "w:eastAsia": face, "w:cs": face]),
                                Element("w:sz", ["w:val": "28"]), Element("w:szCs", ["w:val": "28"]),
                                Element("w:lang", ["w:val": "vi-VN", "w:eastAsia": "vi-VN", "w:bidi": "ar-SA"]),
                            ])
                    ]), Element("w:pPrDefault"),
            ])
    }

    /// The style as an entry of styles.xml.
    var element: Element {
        guard self != .table, self != .defaultTable else { return tableStyle }
        var attributes: KeyValuePairs = ["w:type": "paragraph", "w:styleId": rawValue]
        if self == .normal { attributes = ["w:type": "paragraph", "w:default": "1", "w:styleId": rawValue] }
        let above: [Element] =
            self == .normal ? [] : [Element("w:basedOn", ["w:val": DOCXStyle.normal.rawValue])]
        let next: [Element] =
            switch self {
            case .heading1, .heading2, .heading3: [Element("w:next", ["w:val": DOCXStyle.bodyText.rawValue])]
            default: []
            }
        let paragraph = paragraphProperties
        let run = runProperties
        return Element(
            "w:style", attributes,
            [Element("w:name", ["w:val": name])] + above + next + [Element("w:qFormat")]
                + (paragraph.isEmpty ? [] : [Element("w:pPr", [:], paragraph)])
                + (run.isEmpty ? [] : [Element("w:rPr", [:], run)]))
    }

    private var runProperties: [Element] {
        var looks: [Element] = []
        if isBold { looks += [Element("w:b"), Element("w:bCs")] }
        if isItalic { looks += [Element("w:i"), Element("w:iCs")] }
        if self == .normal || size != DOCXStyle.normal.size {
            let halves = String(Int(size * 2))
            looks += [Element("w:sz", ["w:val": halves]), Element("w:szCs", ["w:val": halves])]
        }
        if self == .draftMark { looks.append(Element("w:bdr", Self.line(size: 6, space: 2))) }
        return looks
    }

    private var paragraphProperties: [Element] {
        switch self {
        case .bodyText:
            [spacing(before: 120, line: 276), Self.firstLine, .alignment("both")]
        case .title: [Self.keepNext, spacing(before: 240), .alignment("center")]
        case .subtitle: [Self.keepNext, spacing(), .alignment("center")]
        case .heading1: heading(0)
        case .heading2: heading(1)
        case .heading3: heading(2)
        case .attachment: [Self.keepNext, spacing(after: 160), .alignment("center")]
        case .addressee: [Self.keepNext, spacing(before: 360, after: 120), .alignment("center")]
        case .number, .placeAndDate: [spacing(before: 80), .alignment("center")]
        case .recipientsHeading: [spacing(before: 240)]
        case .authority: [Self.keepNext, .alignment("center")]
        // Number and mark below each other leave room above the text.
        case .header: [Self.exactly(13), .alignment("center")]
        case .draftMark: [Self.exactly(15), .alignment("right")]
        case .nation, .motto, .parentBody, .issuer, .regarding: [.alignment("center")]
        case .headingCell, .smallHeadingCell: [Self.keepNext, spacing(before: 40, after: 40), .alignment("center")]
        case .cell, .totalCell: [spacing(before: 20, after: 20)]
        case .note: [spacing(before: 40), .alignment("both")]
        case .rule:
            [Element("w:spacing", ["w:before": "60", "w:after": "0", "w:line": "40", "w:lineRule": "exact"])]
        case .gap:
            [Element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "40", "w:lineRule": "exact"])]
        case .normal, .recipients, .smallCell, .smallTotalCell, .table, .defaultTable: []
        }
    }

    private static var keepNext: Element { Element("w:keepNext") }
    private static var firstLine: Element {
        Element("w:ind", ["w:firstLine": "\(twips(TextStyle.paragraph.firstLine))"])
    }

    private static let sides = ["w:top", "w:left", "w:bottom", "w:right"]

    private static func line(size: Int, space: Int) -> KeyValuePairs<String, String> {
        ["w:val": "single", "w:sz": "\(size)", "w:space": "\(space)", "w:color": "000000"]
    }

    private func heading(_ level: Int) -> [Element] {
        [
            Self.keepNext, spacing(before: 120), Self.firstLine, .alignment("both"),
            Element("w:outlineLvl", ["w:val": "\(level)"]),
        ]
    }

    /// Lines of so many points, whatever stands in them.
    private static func exactly(_ points: Double) -> Element {
        Element(
            "w:spacing",
            ["w:before": "0", "w:after": "0", "w:line": "\(twips(points))", "w:lineRule": "exact"])
    }

    private func spacing(before: Int = 0, after: Int = 0, line: Int = 240) -> Element {
        Element(
            "w:spacing",
            ["w:before": "\(before)", "w:after": "\(after)", "w:line": "\(line)", "w:lineRule": "auto"])
    }

    private var tableStyle: Element {
        let margins = Element(
            "w:tblCellMar", [:],
            zip(Self.sides, [0, 70, 0, 70]).map { Element($0, ["w:w": "\($1)", "w:type": "dxa"]) })
        guard self == .table else {
            return Element(
                "w:style", ["w:type": "table", "w:default": "1", "w:styleId": rawValue],
                [
                    Element("w:name", ["w:val": name]), Element("w:uiPriority", ["w:val": "99"]),
                    Element("w:semiHidden"), Element("w:unhideWhenUsed"),
                    Element("w:tblPr", [:], [Element("w:tblInd", ["w:w": "0", "w:type": "dxa"]), margins]),
                ])
        }
        return Element(
            "w:style", ["w:type": "table", "w:customStyle": "1", "w:styleId": rawValue],
            [
                Element("w:name", ["w:val": name]),
                Element("w:basedOn", ["w:val": DOCXStyle.defaultTable.rawValue]), Element("w:qFormat"),
                Element(
                    "w:tblPr", [:],
                    [
                        Element(
                            "w:tblBorders", [:],
                            (Self.sides + ["w:insideH", "w:insideV"]).map { Element($0, Self.line(size: 4, space: 0)) })
                    ]),
            ])
    }
}
