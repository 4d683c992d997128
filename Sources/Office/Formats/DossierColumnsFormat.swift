import Ratings

/// dossier_columns.csv: one row a heading of the files that a one-stop system exports; the rows of one map and date are
/// its version, in the order in which the columns are printed.
enum DossierColumnsFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("map", "bộ cột", isRequired: true), .since,
        FileField("heading", "tiêu đề trong tệp", isRequired: true), FileField("column", "cột", isRequired: true),
        FileField("role", "vai trò"), FileField("of", "thuộc cột"), FileField("split", "cách chia"),
        FileField("title", "tiêu đề in"), FileField("digits", "cách viết số"),
    ]

    private static let names = WordList<DossierRows>([
        (.unit, ["unit", "đơn vị"]), (.field, ["field", "lĩnh vực"]),
    ])
    private static let ignored = ["-", "bo qua"]
    private static let roles = WordList<DossierColumn.Role>([
        (.total, ["total", "tổng số"]), (.part, ["part", "phần"]), (.subcount, ["subcount", "trong đó"]),
        (.extra, ["extra", "ngoài tổng"]),
    ])
    private static let digits = WordList<DossierColumn.Digits>([
        (.plain, ["4052", "plain"]), (.dots, ["4.052", "dots"]), (.commas, ["4,052", "commas"]),
    ])

    private struct Version: Hashable {
        var code: String
        var since: Instant
    }

    static func read(_ reader: inout SheetReader) {
        var order: [Version] = []
        var maps: [Version: DossierColumns] = [:]
        var lines: [Version: Int] = [:]
        reader.forEachRow { row in
            guard let code = row.required("map"), let since = row.moment("since"),
                let heading = row.required("heading"), let name = row.required("column")
            else { return }
            let version = Version(code: code, since: since)
            if maps[version] == nil {
                order.append(version)
                lines[version] = row.line
                maps[version] = DossierColumns(code: code, since: since, names: [], columns: [])
            }
            if ignored.contains(CodeRule.folded(name)) {
                maps[version]?.ignored.append(heading)
            } else if let rows = names.value(of: name) {
                maps[version]?.names.append(DossierColumns.Names(rows: rows, heading: heading))
            } else if let column = column(name, heading, &row) {
                maps[version]?.columns.append(column)
            }
        }
        guard reader.findings.isEmpty else { return }
        for version in order {
            guard let map = maps[version] else { continue }
            reader.add(map, named: version.code, field: "map", at: lines[version])
        }
    }

    /// A column of counts; what a row leaves open of a column of Phụ lục I is as there.
    private static func column(_ code: String, _ heading: String, _ row: inout SheetReader) -> DossierColumn? {
        var column =
            DossierColumns.standard.columns.first { $0.code == code }
            ?? DossierColumn(code: code, heading: heading, role: .total)
        let isStandard = DossierColumns.standard.columns.contains { $0.code == code }
        column.heading = heading
        if !row.text("role").isEmpty || !isStandard {
            guard let role = row.word("role", roles) else { return nil }
            (column.role, column.of, column.split) = (role, nil, nil)
        }
        if !row.text("of").isEmpty { column.of = row.text("of") }
        if !row.text("split").isEmpty { column.split = row.text("split") }
        if !row.text("title").isEmpty { column.title = row.text("title") }
        if !row.text("digits").isEmpty {
            guard let digits = row.word("digits", digits) else { return nil }
            column.digits = digits
        }
        return column
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.dossierColumns.codes.flatMap { directory.dossierColumns.all($0) }.flatMap { map in
            let head = [map.code, directory.cell(map.since)]
            let names = map.names.map { head + [$0.heading, $0.rows.rawValue, "", "", "", "", ""] }
            let columns = map.columns.map { column in
                head + [
                    column.heading, column.code, column.role.rawValue, column.of ?? "", column.split ?? "",
                    column.title,
                    column.digits.rawValue,
                ]
            }
            return names + columns + map.ignored.map { head + [$0, "-", "", "", "", "", ""] }
        }
    }
}
