import Reports

extension DOCXBlocks {
    /// A table with its heading repeated on each page and no row broken over two.
    func element(_ table: PaperTable) -> Element { element(table) { _, _ in nil } }

    /// A heat map as a table of shaded cells.
    func element(_ map: HeatMap) -> Element {
        element(map.table) { row, column in
            guard map.rows.indices.contains(row), map.columns.indices.contains(column - 1) else { return nil }
            return HeatShade.hex(map.shade(row: row, column: column - 1))
        }
    }

    private func element(_ table: PaperTable, shade: (_ row: Int, _ column: Int) -> String?) -> Element {
        let widths = table.widths(of: width, perPoint: 20, size: density.size)
        let rows = table.rows.enumerated().map { index, row in
            let style = row.role == .entry ? density.cell : density.totalCell
            // Sums and shares never stand alone on a page.
            let isKept = table.rows.dropFirst(index + 1).first.map { $0.role != .entry } ?? false
            return Element(
                "w:tr", [:],
                [Element("w:trPr", [:], [Element("w:cantSplit")])]
                    + row.cells.prefix(widths.count).enumerated().map { column, cell in
                        let properties =
                            [Element.cellWidth(widths[column])]
                            + (shade(index, column).map {
                                [Element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": $0])]
                            } ?? []) + [Element("w:vAlign", ["w:val": "center"])]
                        return Element(
                            "w:tc", [:],
                            [
                                Element("w:tcPr", [:], properties),
                                .paragraph(
                                    style, cell.value.text,
                                    (isKept ? [Element("w:keepNext")] : [])
                                        + (table.columns[column].alignment.element.map { [$0] } ?? [])),
                            ])
                    })
        }
        return Element(
            "w:tbl", [:],
            [
                Element(
                    "w:tblPr", [:],
                    [
                        Element("w:tblStyle", ["w:val": DOCXStyle.table.rawValue]),
                        Element("w:tblW", ["w:w": "\(width)", "w:type": "dxa"]),
                        Element("w:jc", ["w:val": "center"]), Element("w:tblLayout", ["w:type": "fixed"]),
                        // First row and last rows are told by their own styles, not by the table's.
                        Element("w:tblLook", ["w:val": "0000"]),
                    ]),
                .grid(widths),
            ] + heading(table, widths) + rows)
    }

    private func heading(_ table: PaperTable, _ widths: [Int]) -> [Element] {
        let placed = HeadingGrid(table.heading).cells
        return table.heading.indices.map { row in
            var cells: [Element] = []
            var column = 0
            while column < widths.count {
                let cell = placed.first { $0.rows.contains(row) && $0.columns.contains(column) }
                let columns = (cell?.columns ?? column..<column + 1).clamped(to: widths.indices)
                let isFirst = cell?.row == row
                var properties = [Element.cellWidth(widths[columns].reduce(0, +))]
                if columns.count > 1 { properties.append(Element("w:gridSpan", ["w:val": "\(columns.count)"])) }
                if let cell, cell.rows.count > 1 {
                    properties.append(isFirst ? Element("w:vMerge", ["w:val": "restart"]) : Element("w:vMerge"))
                }
                properties.append(Element("w:vAlign", ["w:val": "center"]))
                cells.append(
                    Element(
                        "w:tc", [:],
                        [
                            Element("w:tcPr", [:], properties),
                            .paragraph(density.headingCell, isFirst ? cell?.heading.text ?? "" : ""),
                        ])
                )
                column = columns.upperBound
            }
            return Element(
                "w:tr", [:],
                [Element("w:trPr", [:], [Element("w:cantSplit"), Element("w:tblHeader")])] + cells)
        }
    }
}

extension Element {
    static func cellWidth(_ twips: Int) -> Element { Element("w:tcW", ["w:w": "\(twips)", "w:type": "dxa"]) }

    static func grid(_ widths: [Int]) -> Element {
        Element("w:tblGrid", [:], widths.map { Element("w:gridCol", ["w:w": "\($0)"]) })
    }
}

extension PaperTable.Alignment {
    fileprivate var element: Element? {
        switch self {
        case .left: nil
        case .centre: .alignment("center")
        case .right: .alignment("right")
        }
    }
}

extension TableDensity {
    fileprivate var cell: DOCXStyle { self == .dense ? .smallCell : .cell }
    fileprivate var totalCell: DOCXStyle { self == .dense ? .smallTotalCell : .totalCell }
    fileprivate var headingCell: DOCXStyle { self == .dense ? .smallHeadingCell : .headingCell }
}
