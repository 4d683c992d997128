import Ratings

/// periods.csv: the listed reporting periods.
enum PeriodFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("name", "kỳ", "tên", "tên kỳ", isRequired: true),
        FileField("first", "từ ngày", "ngày đầu", isRequired: true),
        FileField("last", "đến ngày", "đến hết ngày", "ngày cuối", isRequired: true),
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let name = row.required("name"), let first = row.day("first"), let last = row.day("last") else {
                return
            }
            row.add(ReportPeriod(name: name, first: first, last: last), named: name, field: "name")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.periods.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) }
            .map { [$0.name, "\($0.first)", "\($0.last)"] }
    }
}
