import Ratings

extension TableBuilder {
    /// What stands under the tables of the period, of which `total` was counted.
    public func notes(asOf: Instant, of total: Counts) -> TableNotes {
        var notes = TableNotes(asOf: asOf, isPeriodOver: asOf >= end)
        notes.isEmpty = total.total == 0
        notes.scalesDiffer =
            directory.columnSets(from: start, until: end).count > 1 || columns(used: total.used).isMixed
        (notes.leftOut, notes.overlaps) = (span.leftOut, span.overlaps)
        notes.gaps = source.gaps.filter { $0.missing > 0 }
        notes.missing = notes.gaps.reduce(0) { $0 + $1.missing }
        notes.dropped = source.dropped
        notes.edgeCrossings = source.edgeCrossings
        notes.waiting = source.waiting
        // While the period runs, a box that was heard within a day is well.
        let expected = notes.isPeriodOver ? end : asOf - .seconds(86_400)
        for uid in directory.assignments.owners {
            let standing = directory.assignments.overlapping(of: uid, from: start, until: end)
            let heard = source.heard[uid]
            guard !standing.isEmpty, heard.map({ $0 < expected }) ?? true else { continue }
            notes.silentBoxes.append(
                TableNotes.SilentBox(
                    uid: uid, label: directory.boxes[uid]?.label ?? uid,
                    counters: Set(standing.flatMap(\.counters)).sorted(), heard: heard))
        }
        return notes
    }
}
