import Ratings

/// boxes.csv: the registered boxes.
enum BoxFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("uid", "mã thiết bị", "số hiệu", isRequired: true), FileField("label", "nhãn", isRequired: true),
        FileField("note", "ghi chú"),
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let uid = row.uid("uid"), let label = row.required("label") else { return }
            let note = row.optional("note", keeping: row.directory.boxes[uid]?.note)
            row.add(Box(uid: uid, label: label, note: note), named: uid, field: "uid")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.boxes.values.sorted { ($0.label, $0.uid) < ($1.label, $1.uid) }
            .map { [$0.uid, $0.label, $0.note ?? ""] }
    }
}
