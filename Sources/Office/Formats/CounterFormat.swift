import Ratings

/// counters.csv: quầy, with the units they serve for.
enum CounterFormat: FileFormat {
    static let fields: [FileField] = [
        .code, .name, FileField("site", "điểm tiếp nhận", "điểm"), FileField("units", "đơn vị", isRequired: true),
        .since,
        .until,
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let code = row.required("code"), let name = row.required("name"), let since = row.moment("since")
            else { return }
            let old = row.directory.counters.all(code).first { $0.since == since }
            row.add(
                Counter(
                    code: code, name: name, site: row.optional("site", keeping: old?.site), units: row.codes("units"),
                    since: since, until: row.optionalMoment("until", keeping: old?.until)), named: code, field: "code")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.counters.codes.flatMap { directory.counters.all($0) }.map { counter in
            [counter.code, counter.name, counter.site ?? "", counter.units.joined(separator: "|")]
                + directory.cells(of: counter)
        }
    }
}
