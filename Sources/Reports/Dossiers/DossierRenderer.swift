import Foundation
import Ratings

/// Phụ lục I for a terminal, and as CSV and JSON for machines.
public enum DossierRenderer {
    /// The whole page: title, table and what must be known of it.
    public static func text(_ report: DossierReport) -> String {
        var grid = TextGrid(
            headings: ["STT", report.nameHeading] + report.columns.map(\.fullTitle),
            alignments: [.right, .left] + Array(repeating: .right, count: report.columns.count))
        for row in report.rows { grid.add(["\(row.ordinal)", row.name] + row.counts.map(\.vietnamese)) }
        grid.addRule()
        grid.add(["", "Tổng cộng"] + report.total.map(\.vietnamese))
        grid.add(["", "Tỷ lệ %"] + shares(report))
        let lines = grid.lines()
        let width = lines.first?.count ?? 0
        let title = report.title.map { String(repeating: " ", count: max(0, (width - $0.count) / 2)) + $0 }
        return (title + lines + notes(report)).map { $0 + "\n" }.joined()
    }

    /// CSV: UTF-8, LF, RFC 4180; counts are plain integers, only shares have a decimal comma. With `bom` it begins with a
    /// byte order mark, for Excel.
    public static func csv(_ report: DossierReport, bom: Bool = false) -> String {
        var lines = [["stt", report.rowKind.rawValue] + report.columns.map(\.code)]
        for row in report.rows { lines.append(["\(row.ordinal)", row.name] + row.counts.map { String($0) }) }
        lines.append(["", "Tổng cộng"] + report.total.map { String($0) })
        lines.append(["", "Tỷ lệ %"] + shares(report))
        let text = lines.map { $0.map(CSVField.quoted).joined(separator: ",") + "\n" }.joined()
        return bom ? "\u{FEFF}" + text : text
    }

    /// What stands under the table.
    public static func notes(_ report: DossierReport) -> [String] {
        report.merged.map { "\($0.from) được tính vào \($0.into) (từ \($0.since.vietnamese))." }
    }

    private static func shares(_ report: DossierReport) -> [String] {
        report.shares.map { $0?.text(decimals: report.decimals) ?? "" }
    }
}

extension DossierRenderer {
    private struct Document: Encodable {
        var table = "phu-luc-i"
        var by: String
        var period: Period
        var columns: [ColumnLine]
        var rows: [RowLine]
        var total: [String: Int]
        var shares: [String: Decimal?]
        var mergedUnits: [MergedLine]
    }

    private struct Period: Encodable {
        var name: String
        var from: Day
        var to: Day
    }

    private struct ColumnLine: Encodable {
        var code: String
        var heading: [String]
        var role: String
        var shareOf: String
    }

    private struct RowLine: Encodable {
        var stt: Int
        var code: String
        var name: String
        var counts: [String: Int]
    }

    private struct MergedLine: Encodable {
        var from: String
        var into: String
        var since: Day
    }

    /// The text of the JSON file.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public static func json(_ report: DossierReport) throws -> String {
        func counts(_ counts: [Int]) -> [String: Int] {
            Dictionary(uniqueKeysWithValues: zip(report.columns.map(\.code), counts))
        }
        let shares = report.shares.map { share in
            share.flatMap { Decimal(string: $0.plainText(decimals: report.decimals), locale: Locale(identifier: "en")) }
        }
        let document = Document(
            by: report.rowKind.rawValue,
            period: Period(name: report.periodName, from: report.days.lowerBound, to: report.days.upperBound),
            columns: report.columns.enumerated().map { index, column in
                ColumnLine(
                    code: column.code, heading: column.titleLevels, role: column.role.rawValue,
                    shareOf: report.columns[report.base(of: index)].code)
            },
            rows: report.rows.map { row in
                RowLine(stt: row.ordinal, code: row.code, name: row.name, counts: counts(row.counts))
            }, total: counts(report.total),
            shares: Dictionary(uniqueKeysWithValues: zip(report.columns.map(\.code), shares)),
            mergedUnits: report.merged.map { MergedLine(from: $0.from, into: $0.into, since: $0.since) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}
