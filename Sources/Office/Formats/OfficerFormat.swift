import Ratings

/// officers.csv: cán bộ tại quầy.
enum OfficerFormat: FileFormat {
    static let fields: [FileField] = [
        .code, FileField("name", "tên", "họ tên", "họ và tên", isRequired: true),
        FileField("employer", "đơn vị công tác", "cơ quan quản lý"),
        FileField("standing", "chế độ", "chính thức/dự phòng", "loại"),
    ]

    private static let standings: [(Officer.Standing, [String])] = [
        (.permanent, ["chính thức", "permanent"]), (.reserve, ["dự phòng", "reserve"]),
    ]
    private static let words = WordList(standings)

    static func read(_ reader: inout SheetReader) {
        reader.forEachRow { row in
            guard let code = row.required("code"), let name = row.required("name") else { return }
            let old = row.directory.officers[code]
            var standing = old?.standing ?? .permanent
            if row.has("standing") {
                standing = row.text("standing").isEmpty ? .permanent : row.word("standing", words) ?? .permanent
            }
            row.add(
                Officer(
                    code: code, name: name, employer: row.optional("employer", keeping: old?.employer),
                    standing: standing), named: code, field: "code")
        }
    }

    static func write(_ directory: Directory) -> [[String]] {
        directory.officers.values.sorted { $0.code < $1.code }.map { officer in
            let standing = standings.first { $0.0 == officer.standing }?.1.first ?? ""
            return [officer.code, officer.name, officer.employer ?? "", standing]
        }
    }
}
