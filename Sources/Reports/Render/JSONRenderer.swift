import Foundation
import Ratings

/// The table as JSON, with everything that stands under it.
public enum JSONRenderer {
    private struct Document: Encodable {
        var table = "phu-luc-ii"
        var by: String
        var period: Period
        var asOf: String
        var rows: [Line]
        var total: [String: Int]
        var shares: [String: Decimal?]
        var notes: Notes
        var ledger: Ledger?
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

    private struct Line: Encodable {
        var stt: Int?
        var code: String?
        var name: String
        var counts: [String: Int]
    }

    private struct Notes: Encodable {
        var silentBoxes: [Silent]
        var pressesInGaps: Int
        var gaps: [GapLine]
        var pressesDropped: Int
        var edgeCrossings: Int
        var pressesWaiting: [String: Int]
        var mergedUnits: [Merged]
    }

    private struct Silent: Encodable {
        var uid: String
        var label: String
        var counters: [String]
        var lastHeard: String?
    }

    private struct GapLine: Encodable {
        var box: String
        var boot: String
        var from: UInt32
        var to: UInt32
        var missing: Int
        var cause: String
    }

    private struct Merged: Encodable {
        var from: String
        var into: String
        var since: Day
        var count: Int
    }

    /// The text of the file.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public static func render(_ table: RatingTable, zone: Zone) throws -> String {
        let notes = table.notes
        let document = Document(
            by: table.kind.rawValue,
            period: Period(
                name: table.periodName, from: table.days.lowerBound, to: table.days.upperBound,
                isOver: notes.isPeriodOver),
            asOf: MomentText.format(notes.asOf, in: zone),
            rows: table.rows.map {
                Line(stt: $0.ordinal, code: $0.code, name: $0.name, counts: counts($0.counts))
            },
            total: counts(table.total), shares: shares(table),
            notes: Notes(
                silentBoxes: notes.silentBoxes.map { box in
                    Silent(
                        uid: box.uid, label: box.label, counters: box.counters,
                        lastHeard: box.heard.map { MomentText.format($0, in: zone) })
                }, pressesInGaps: notes.missing, gaps: notes.gaps.map(gap), pressesDropped: notes.dropped,
                edgeCrossings: notes.edgeCrossings,
                pressesWaiting: Dictionary(uniqueKeysWithValues: notes.waiting.map { ($0.key.rawValue, $0.value) }),
                mergedUnits: notes.merged.map { Merged(from: $0.from, into: $0.into, since: $0.since, count: $0.count) }
            ),
            ledger: notes.anchor.map {
                Ledger(rows: $0.ledger.rows, hash: $0.ledger.hash, at: MomentText.format($0.at, in: zone))
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    private static func counts(_ counts: Counts) -> [String: Int] {
        var values = Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, counts[$0]) })
        values["total"] = counts.total
        return values
    }

    private static func shares(_ table: RatingTable) -> [String: Decimal?] {
        func decimal(_ share: Share?) -> Decimal? {
            share.flatMap { Decimal(string: $0.plainText(decimals: table.decimals), locale: Locale(identifier: "en")) }
        }
        var values = Dictionary(
            uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, decimal(table.share(of: $0))) })
        values["total"] = decimal(Share(table.total.total, of: table.total.total))
        return values
    }

    private static func gap(_ count: TableSource.GapCount) -> GapLine {
        GapLine(
            box: count.gap.device, boot: String(count.gap.boot, radix: 16), from: count.gap.from, to: count.gap.to,
            missing: count.missing, cause: count.gap.cause.rawValue)
    }
}
