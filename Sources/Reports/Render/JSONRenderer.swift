import Foundation
import Ratings

/// A table as JSON, with everything that stands under it.
public enum JSONRenderer {
    private struct Document<Figures: Encodable>: Encodable {
        var table: String
        var by: String
        var period: Period
        var asOf: String
        var figures: Figures
        var remarks: [String]?
        var notes: NotesDocument
        var ledger: Ledger?

        private enum Key: CodingKey {
            case table, by, period, asOf, remarks, notes, ledger
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(table, forKey: .table)
            try container.encode(by, forKey: .by)
            try container.encode(period, forKey: .period)
            try container.encode(asOf, forKey: .asOf)
            try container.encodeIfPresent(remarks, forKey: .remarks)
            try container.encode(notes, forKey: .notes)
            try container.encodeIfPresent(ledger, forKey: .ledger)
            try figures.encode(to: encoder)
        }
    }

    private struct Ledger: Encodable {
        var rows: Int64
        var hash: String
        var at: String
    }

    private struct Period: Encodable {
        var name: String?
        var from: Day
        var to: Day
        var isOver: Bool
    }

    /// The text of the file. Phụ lục II has its rows by code with their counts; any other table the cells of its sheet
    /// by the names of the columns.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public static func render(_ table: some ReportTable, zone: Zone) throws -> String {
        if let ratings = table as? RatingTable { return try render(table, RatingFigures(ratings), zone: zone) }
        return try render(table, SheetFigures(table.sheet), zone: zone)
    }

    private static func render(
        _ table: some ReportTable, _ figures: some Encodable, zone: Zone
    ) throws -> String {
        let sheet = table.sheet
        let document = Document(
            table: sheet.name, by: sheet.by,
            period: Period(
                name: table.periodName, from: table.days.lowerBound, to: table.days.upperBound,
                isOver: table.notes.isPeriodOver),
            asOf: MomentText.format(table.notes.asOf, in: zone), figures: figures,
            remarks: sheet.remarks.isEmpty ? nil : sheet.remarks, notes: NotesDocument(table.notes, zone: zone),
            ledger: table.notes.anchor.map {
                Ledger(rows: $0.ledger.rows, hash: $0.ledger.hash, at: MomentText.format($0.at, in: zone))
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}

extension Decimal {
    /// A percentage times 10^decimals, exactly.
    init(scaled percent: Int, decimals: Int) {
        self = Decimal(percent) * Decimal(sign: .plus, exponent: -decimals, significand: 1)
    }
}
