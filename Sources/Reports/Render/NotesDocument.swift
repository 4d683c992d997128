import Ratings

/// The notes under a table as JSON.
struct NotesDocument: Encodable {
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

    private struct Days: Encodable {
        var from: Day
        var to: Day
    }

    private var silentBoxes: [Silent]
    private var pressesInGaps: Int
    private var gaps: [GapLine]
    private var pressesDropped: Int
    private var edgeCrossings: Int
    private var pressesWaiting: [String: Int]
    private var mergedUnits: [Merged]
    private var hasNoRatings: Bool
    private var scalesDiffer: Bool
    private var monthsNotIssued: [String]?
    private var daysLeftOut: [Days]
    private var daysInTwoMonths: [Days]

    init(_ notes: TableNotes, zone: Zone) {
        silentBoxes = notes.silentBoxes.map { box in
            Silent(
                uid: box.uid, label: box.label, counters: box.counters,
                lastHeard: box.heard.map { MomentText.format($0, in: zone) })
        }
        pressesInGaps = notes.missing
        gaps = notes.gaps.map { count in
            GapLine(
                box: count.gap.device, boot: String(count.gap.boot, radix: 16), from: count.gap.from,
                to: count.gap.to, missing: count.missing, cause: count.gap.cause.rawValue)
        }
        pressesDropped = notes.dropped
        edgeCrossings = notes.edgeCrossings
        pressesWaiting = Dictionary(uniqueKeysWithValues: notes.waiting.map { ($0.key.rawValue, $0.value) })
        mergedUnits = notes.merged.map { Merged(from: $0.from, into: $0.into, since: $0.since, count: $0.count) }
        hasNoRatings = notes.isEmpty
        scalesDiffer = notes.scalesDiffer
        monthsNotIssued = notes.notIssued
        daysLeftOut = notes.leftOut.map { Days(from: $0.lowerBound, to: $0.upperBound) }
        daysInTwoMonths = notes.overlaps.map { Days(from: $0.lowerBound, to: $0.upperBound) }
    }
}
