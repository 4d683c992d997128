import Foundation
import Reports

/// Writes what stands on the pages of a part.
struct DOCXBlocks {
    let orientation: Paper.Orientation
    /// How close the rows of tables stand.
    private(set) var density = TableDensity.roomy

    /// Between the margins of pages that lie so.
    init(orientation: Paper.Orientation) { self.orientation = orientation }

    /// Between the margins, in twips.
    var width: Int { twips(Sheet(orientation).textWidth) }

    /// The blocks as paragraphs and tables; two tables never touch, or Word would make one of them.
    func elements(_ blocks: [Block]) -> [Element] {
        var writer = self
        writer.density = density(for: blocks)
        var elements: [Element] = []
        for block in blocks {
            if case .closing(let closing) = block, closing.isEmpty { continue }
            let next = writer.elements(block, isFirst: elements.isEmpty)
            if elements.last?.name == "w:tbl", next.first?.name == "w:tbl" { elements.append(.paragraph(.gap)) }
            if case .table = block, elements.last?.isBodyText == true { elements.append(.gapAboveTable) }
            if case .closing = block, let last = elements.popLast() { elements.append(last.keptWithNext) }
            elements += next
        }
        return elements
    }

    /// The roomiest with which an annex is on one page; what needs more pages has room anyway.
    private func density(for blocks: [Block]) -> TableDensity {
        let sheet = Sheet(orientation)
        return TableDensity.inWord.first { density in
            AnnexHeight(width: sheet.textWidth, density: density).of(blocks).map { $0 <= sheet.textHeight } ?? true
        } ?? .roomy
    }

    private func elements(_ block: Block, isFirst: Bool) -> [Element] {
        switch block {
        case .letterhead(let head): [letterhead(head), .paragraph(.gap)]
        case .title(_, .rule): [rule(points: 90, in: Double(width) / 20)]
        // At the top of a page no room is left above a title.
        case .title(let text, let style):
            [.paragraph(DOCXStyle(style), text, isFirst ? [Element("w:spacing", ["w:before": "0"])] : [])]
        case .heading(let text, let level): [.paragraph(DOCXStyle(headingLevel: level), text)]
        case .paragraph(let text): [.paragraph(.bodyText, text)]
        case .table(let table): [element(table)]
        case .heatMap(let map): [element(map)]
        case .notes(let lines):
            lines.map { line in
                .paragraph(
                    .note, line.trimmingCharacters(in: .whitespaces),
                    line.hasPrefix("  ") ? [Element("w:ind", ["w:left": "\(twips(millimetres: 5))"])] : [])
            }
        case .closing(let closing): [element(closing)]
        }
    }

    /// A line of `points`, centred within `room` points.
    private func rule(points: Double, in room: Double) -> Element {
        let side = max(0, Int((room - points) / 2 * 20))
        return .paragraph(
            .rule, [],
            [
                Element(
                    "w:pBdr", [:],
                    [Element("w:top", ["w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"])]),
                Element("w:ind", ["w:left": "\(side)", "w:right": "\(side)"]),
            ])
    }

    // MARK: Letterhead and closing

    private func letterhead(_ head: Letterhead) -> Element {
        let left = Int(Double(width) * (orientation == .portrait ? 0.42 : 0.45))
        let right = width - left
        let issuerLength = TimesWidth.ems(head.issuer) * DOCXStyle.issuer.size
        let mottoLength = TimesWidth.ems(Letterhead.motto) * DOCXStyle.motto.size
        let names =
            (head.parent.map { [balanced($0, .parentBody, in: left)] } ?? []) + [
                balanced(head.issuer, .issuer, in: left),
                rule(points: min(issuerLength, Double(left) / 20) * 0.4, in: Double(left) / 20),
            ]
        let nation: [Element] = [
            .paragraph(.nation, Letterhead.nation), .paragraph(.motto, Letterhead.motto),
            rule(points: mottoLength, in: Double(right) / 20),
        ]
        let number =
            [Element.paragraph(.number, head.number)]
            + (head.regarding.map { [.paragraph(.regarding, $0)] } ?? [])
        return frame(
            [(left, [names, number]), (right, [nation, [.paragraph(.placeAndDate, head.placeAndDate)]])])
    }

    /// A centred text in lines of about one length, within `room` twips.
    private func balanced(_ text: String, _ style: DOCXStyle, in room: Int) -> Element {
        let ems = Double(room) / 20 / style.size
        let side = twips((ems - TimesWidth.balanced(text, within: ems)) / 2 * style.size)
        let inset = Element("w:ind", ["w:left": "\(side)", "w:right": "\(side)"])
        return .paragraph(style, text, side > 0 ? [inset] : [])
    }

    private func element(_ closing: Closing) -> Element {
        let left = width / 2
        let recipients =
            closing.recipients.isEmpty
            ? [Element.paragraph(.recipients)]
            : [.paragraph(.recipientsHeading, "Nơi nhận:")] + closing.recipients.map { .paragraph(.recipients, $0) }
        // Room for a signature and a seal.
        let above = Element("w:spacing", ["w:before": "240", "w:after": "0"])
        let signature =
            closing.authority.enumerated().map { Element.paragraph(.authority, $1, $0 == 0 ? [above] : []) }
            + Array(repeating: .paragraph(.authority), count: closing.isSigned ? 4 : 0)
            + [.paragraph(.authority, closing.signer ?? "")]
        return frame([(left, [recipients]), (width - left, [signature])])
    }

    /// A table without lines that sets columns side by side; each column has its cells from top to bottom.
    private func frame(_ columns: [(width: Int, cells: [[Element]])]) -> Element {
        let rows = (0..<(columns.map(\.cells.count).max() ?? 0)).map { row in
            Element(
                "w:tr", [:],
                [Element("w:trPr", [:], [Element("w:cantSplit")])]
                    + columns.map { column in
                        Element(
                            "w:tc", [:],
                            [Element("w:tcPr", [:], [.cellWidth(column.width)])] + column.cells[row])
                    })
        }
        return Element(
            "w:tbl", [:],
            [
                Element(
                    "w:tblPr", [:],
                    [
                        Element("w:tblW", ["w:w": "\(width)", "w:type": "dxa"]),
                        Element("w:tblLayout", ["w:type": "fixed"]),
                        Element(
                            "w:tblCellMar", [:],
                            ["w:left", "w:right"].map { Element($0, ["w:w": "0", "w:type": "dxa"]) }),
                        Element("w:tblLook", ["w:val": "0000"]),
                    ]),
                .grid(columns.map(\.width)),
            ] + rows)
    }
}

extension Element {
    /// Between a sentence and the table that it announces, which stays on its page.
    fileprivate static let gapAboveTable = Element.paragraph(
        .gap, [],
        [
            Element("w:keepNext"),
            Element("w:spacing", ["w:before": "120", "w:after": "0", "w:line": "40", "w:lineRule": "exact"]),
        ])

    fileprivate var isBodyText: Bool {
        first("w:pPr")?.first("w:pStyle")?["w:val"] == DOCXStyle.bodyText.rawValue
    }
}
