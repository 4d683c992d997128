import Foundation
import Ratings

/// The numbers of Phụ lục II as JSON: rows by code, totals, shares.
struct RatingFigures: Encodable {
    private struct Line: Encodable {
        var stt: Int?
        var code: String?
        var name: String
        var counts: [String: Int]
    }

    private var rows: [Line]
    private var total: [String: Int]
    private var shares: [String: Decimal?]
    private var adjustedShares: [String]?
    private var satisfaction: Decimal?

    init(_ table: RatingTable) {
        let columns = table.columns.columns
        func counts(_ counts: Counts) -> [String: Int] {
            var values = Dictionary(uniqueKeysWithValues: columns.map { ($0.rawValue, counts[$0]) })
            values["total"] = counts.total
            return values
        }
        rows = table.rows.map { Line(stt: $0.ordinal, code: $0.code, name: $0.name, counts: counts($0.counts)) }
        total = counts(table.total)
        let printed = table.shares
        func decimal(_ percent: Int?) -> Decimal? { percent.map { Decimal(scaled: $0, decimals: table.decimals) } }
        shares = Dictionary(uniqueKeysWithValues: columns.map { ($0.rawValue, decimal(printed.percents[$0])) })
        shares["total"] = .some(
            decimal(printed.percents.isEmpty ? nil : Share.hundred(decimals: table.decimals)))
        adjustedShares = printed.adjusted.isEmpty ? nil : printed.adjusted.map(\.rawValue)
        satisfaction =
            table.tellsSatisfaction
            ? decimal(table.satisfaction?.scaledPercent(decimals: table.decimals)) : nil
    }
}
