import Foundation

/// The cells of a sheet as JSON: one object a row, by the names of the columns.
struct SheetFigures: Encodable {
    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Line: Encodable {
        var names: [String]
        var row: TableSheet.Row

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            if let code = row.code { try container.encode(code, forKey: Name(stringValue: "code")) }
            for (name, cell) in zip(names, row.cells) {
                let key = Name(stringValue: name)
                switch cell {
                case .empty: try container.encodeNil(forKey: key)
                case .text(let text): try container.encode(text, forKey: key)
                case .count(let number), .difference(let number): try container.encode(number, forKey: key)
                case .percent(let number, let decimals), .points(let number, let decimals):
                    try container.encode(Decimal(scaled: number, decimals: decimals), forKey: key)
                }
            }
        }
    }

    private var rows: [Line]
    private var total: Line?
    private var parts: [Line]?

    init(_ sheet: TableSheet) {
        func lines(_ role: TableSheet.Role) -> [Line] {
            sheet.rows.filter { $0.role == role }.map { Line(names: sheet.columns.map(\.name), row: $0) }
        }
        rows = lines(.row)
        total = lines(.total).first
        parts = lines(.part).isEmpty ? nil : lines(.part)
    }
}
