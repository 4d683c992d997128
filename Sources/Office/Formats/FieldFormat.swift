import Ratings

/// fields.csv: lĩnh vực.
enum FieldFormat: FileFormat {
    static let fields: [FileField] = [.code, .name, .order]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let code = row.required("code"), let name = row.required("name"), let order = row.integer("order")
            else { return }
            row.add(ServiceField(code: code, name: name, order: order), named: code, field: "code")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.fields.values.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
            .map { [$0.code, $0.name, "\($0.order)"] }
    }
}
