import Ratings

/// Where the columns of a table of dossiers stand: its heading, of one to three rows.
struct DossierHeading {
    /// Where each column of the map stands.
    var columns: [(column: DossierColumn, index: Int)] = []
    /// The column that tells the rows, with its heading, and what the rows are.
    var names: [(rows: DossierRows, heading: String, index: Int)] = []
    /// Columns that are read over.
    var others: Set<Int> = []
    /// Index of the first row below it.
    var end: Int
    var missing: [String] = []
    var unknown: [String] = []
    var repeated: [String] = []

    var isComplete: Bool { missing.isEmpty && unknown.isEmpty && repeated.isEmpty && names.count == 1 }

    /// More is better: complete before incomplete, then the more headings are known.
    var rank: Int { (isComplete ? 10_000 : 0) + (columns.count + names.count) * 10 - unknown.count }

    /// The heading that fits best, complete or not; nil where nothing of the map is found.
    init?(in grid: Grid, _ map: DossierColumns) {
        var best: DossierHeading?
        let rows = grid.rows.prefix(FileLimits.titleRows)
        for first in rows.indices {
            for end in first + 1...first + 3 where end <= grid.rows.count {
                let found = DossierHeading(Grid.headings(grid.rows[first..<end]), map, end: end)
                let isEmpty = found.columns.isEmpty && found.names.isEmpty
                if !isEmpty, best.map({ found.rank > $0.rank }) ?? true { best = found }
            }
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ paths: [[String]], _ map: DossierColumns, end: Int) {
        self.end = end
        for (index, path) in paths.enumerated() where !path.isEmpty {
            let heading = path.joined(separator: " > ")
            let folded = Self.folded(heading)
            if let column = map.columns.first(where: { Self.names($0.heading, $0.code, folded) }) {
                if columns.contains(where: { $0.column.code == column.code }) { repeated.append(heading) }
                columns.append((column, index))
            } else if let name = map.names.first(where: { Self.names($0.heading, $0.rows.rawValue, folded) }) {
                names.append((name.rows, heading, index))
            } else if folded == "stt" || map.ignored.contains(where: { Self.folded($0) == folded }) {
                others.insert(index)
            } else {
                unknown.append(heading)
            }
        }
        missing = map.columns.filter { column in !columns.contains { $0.column.code == column.code } }.map(\.heading)
    }

    private static func names(_ heading: String, _ code: String, _ folded: String) -> Bool {
        Self.folded(heading) == folded || CodeRule.folded(code) == folded
    }

    /// A heading for comparison; the level "trong đó" says nothing that the others do not.
    private static func folded(_ heading: String) -> String {
        DossierColumn.levels(heading).map { level in
            let folded = CodeRule.folded(level)
            return folded.hasSuffix(":") ? String(folded.dropLast()) : folded
        }.filter { $0 != "trong do" }.joined(separator: " > ")
    }
}

extension DossierHeading {
    /// Why a file is not read with the map, if it is not.
    static func problem(_ heading: DossierHeading?, _ map: DossierColumns, _ table: TableFile.Table) -> Finding? {
        let remedy =
            "Give each heading a row in dossier_columns.csv ('-' where it is to be read over), and import that."
        guard let heading else {
            return Finding(
                file: table.file, line: table.grid.rows.first?.line,
                why: "no heading of the column map \(map.code) was found", remedy: remedy)
        }
        guard !heading.isComplete else { return nil }
        var parts: [String] = []
        if !heading.missing.isEmpty { parts.append("missing '\(heading.missing.joined(separator: "', '"))'") }
        if !heading.unknown.isEmpty { parts.append("unknown '\(heading.unknown.joined(separator: "', '"))'") }
        if !heading.repeated.isEmpty { parts.append("twice '\(heading.repeated.joined(separator: "', '"))'") }
        if heading.names.isEmpty {
            parts.append("no column tells the rows ('\(map.names.map(\.heading).joined(separator: "', '"))')")
        } else if heading.names.count > 1 {
            parts.append("several columns tell the rows ('\(heading.names.map(\.heading).joined(separator: "', '"))')")
        }
        return Finding(
            file: table.file, line: table.grid.rows[heading.end - 1].line,
            why: "wrong headings for the column map \(map.code): \(parts.joined(separator: "; "))", remedy: remedy)
    }
}
