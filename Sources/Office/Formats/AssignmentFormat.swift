import Ratings

/// assignments.csv: where the boxes stand.
enum AssignmentFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("box", "thiết bị", "mã thiết bị", isRequired: true), FileField("counters", "quầy", isRequired: true),
        .since, .until,
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let uid = row.uid("box"), row.required("counters") != nil, let since = row.moment("since") else {
                return
            }
            let old = row.directory.assignments.all(of: uid).first { $0.since == since }
            row.add(
                Assignment(
                    box: uid, counters: row.codes("counters"), since: since,
                    until: row.optionalMoment("until", keeping: old?.until)), named: uid, field: "box")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.assignments.owners.flatMap { directory.assignments.all(of: $0) }.map { assignment in
            [assignment.box, assignment.counters.joined(separator: "|")] + directory.cells(of: assignment)
        }
    }
}
