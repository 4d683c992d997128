import Ratings

/// sites.csv: điểm tiếp nhận.
enum SiteFormat: FileFormat {
    static let fields: [FileField] = [.code, .name, .since, .until]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let code = row.required("code"), let name = row.required("name"), let since = row.moment("since")
            else { return }
            let old = row.directory.sites.all(code).first { $0.since == since }
            row.add(
                Site(code: code, name: name, since: since, until: row.optionalMoment("until", keeping: old?.until)),
                named: code, field: "code")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.sites.codes.flatMap { directory.sites.all($0) }.map { [$0.code, $0.name] + directory.cells(of: $0) }
    }
}
