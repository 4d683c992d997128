import Ratings

/// units.csv: đơn vị in the order of the tables.
enum UnitFormat: FileFormat {
    static let fields: [FileField] = [
        .code, .name, .order, FileField("parent", "trực thuộc", "đơn vị cấp trên"), .since, .until,
        FileField("successors", "đơn vị kế thừa", "kế thừa"),
    ]

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let code = row.required("code"), let name = row.required("name"), let order = row.integer("order"),
                let since = row.moment("since")
            else { return }
            let old = row.directory.units.all(code).first { $0.since == since }
            row.add(
                AdministrativeUnit(
                    code: code, name: name, order: order, parent: row.optional("parent", keeping: old?.parent),
                    since: since, until: row.optionalMoment("until", keeping: old?.until),
                    successors: row.has("successors") ? row.codes("successors") : old?.successors ?? []),
                named: code, field: "code")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        let ordered = directory.units.all.sorted { ($0.order, $0.code, $0.since) < ($1.order, $1.code, $1.since) }
        return ordered.map { unit in
            [unit.code, unit.name, "\(unit.order)", unit.parent ?? ""] + directory.cells(of: unit)
                + [unit.successors.joined(separator: "|")]
        }
    }
}
