import Ratings

/// centre.csv: the centre's names over time.
enum CentreFormat: FileFormat {
    static let fields: [FileField] = [
        .name, FileField("parent", "cơ quan chủ quản", "trực thuộc"), .since, .until,
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let name = row.required("name"), let since = row.moment("since") else { return }
            let old = row.directory.centres.first { $0.since == since }
            row.add(
                Centre(
                    since: since, until: row.optionalMoment("until", keeping: old?.until), name: name,
                    parent: row.optional("parent", keeping: old?.parent)), named: row.text("since"), field: "since")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.centres.map { centre in
            [centre.name, centre.parent ?? ""] + directory.cells(of: centre)
        }
    }
}
