import Foundation
import Reports

/// A table in HTML: headings say what they head, whoever reads it and however.
struct HTMLTable {
    private let table: PaperTable
    private let caption: String
    /// Where the cells get their shades from.
    private let map: HeatMap?

    init(_ table: PaperTable, caption: String, map: HeatMap? = nil) {
        self.table = table
        self.caption = caption
        self.map = map
    }

    var text: String {
        """
        <table\(map == nil ? "" : " class=\"map\"")>
        <caption>\(escaped(caption))</caption>
        <colgroup>\(columns)</colgroup>
        <thead>
        \(table.heading.map { "<tr>\($0.map(heading).joined())</tr>\n" }.joined())</thead>
        <tbody>
        \(rows)</tbody>
        </table>

        """
    }

    private var columns: String {
        let sum = table.columns.reduce(0) { $0 + $1.weight }
        return table.columns.map { "<col style=\"width:\(Self.decimal($0.weight / sum * 100))%\">" }.joined()
    }

    private func heading(_ heading: PaperTable.Heading) -> String {
        let scope = heading.columns > 1 ? "colgroup" : "col"
        let columns = heading.columns > 1 ? " colspan=\"\(heading.columns)\"" : ""
        let rows = heading.rows > 1 ? " rowspan=\"\(heading.rows)\"" : ""
        return "<th scope=\"\(scope)\"\(columns)\(rows)>\(escaped(heading.text))</th>"
    }

    private var rows: String {
        table.rows.enumerated().map { index, row in
            // The first words of a row are its name.
            let name = row.cells.firstIndex { if case .text = $0.value { true } else { false } }
            let cells = row.cells.enumerated().map { column, cell in
                let element = column == name ? "th" : "td"
                let scope = column == name ? " scope=\"row\"" : ""
                let shade = map?.grey(row: index, column: column - 1).map { grey in
                    " style=\"background:\(Self.colour(grey))\""
                }
                return "<\(element)\(scope) class=\"\(alignment(of: column))\"\(shade ?? "")>"
                    + "\(escaped(cell.value.text))</\(element)>"
            }
            return "<tr\(row.role == .entry ? "" : " class=\"sum\"")>\(cells.joined())</tr>\n"
        }.joined()
    }

    private func alignment(of column: Int) -> String {
        switch table.columns[column].alignment {
        case .left: "left"
        case .centre: "centre"
        case .right: "right"
        }
    }

    private func escaped(_ text: String) -> String { HTMLText.escaped(text.precomposedStringWithCanonicalMapping) }

    /// A grey from 0 (black) to 1 (white), as CSS has it.
    private static func colour(_ grey: Double) -> String {
        let level = String(Int((grey * 255).rounded()), radix: 16)
        return "#" + String(repeating: level.count < 2 ? "0" + level : level, count: 3)
    }

    private static func decimal(_ number: Double) -> String { String((number * 100).rounded() / 100) }
}
