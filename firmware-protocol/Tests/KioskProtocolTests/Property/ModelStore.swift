import KioskProtocol

/// What a ledger keeps of one box, and nothing cleverer: a value, so that an older state can be restored.
struct ModelStore {
    struct Boot {
        var presses: [UInt32: PressRecord] = [:]
        var gaps: [(from: UInt32, to: UInt32)] = []
        /// Every lower sequence is stored or in a gap.
        var next: UInt32 = 0
        var dropped: UInt32 = 0
        var announced: UInt32 = 0
    }

    enum Entry {
        case press(PressReport)
        case gap(GapReport)
        case dropped(DropReport)
        case announced(boot: UInt64, next: UInt32)

        var ticket: UInt64? {
            switch self {
            case .press(let report): return report.ticket
            case .gap(let report): return report.ticket
            case .dropped(let report): return report.ticket
            case .announced: return nil
            }
        }
    }

    var boots: [UInt64: Boot] = [:]

    mutating func commit(_ entry: Entry) throws {
        switch entry {
        case .press(let report): try commit(report)
        case .gap(let gap):
            var boot = boots[gap.boot] ?? Boot()
            // After a new hello the link tells again what was not committed by then.
            if gap.to <= boot.next { return }
            try demand(gap.from == boot.next, "gap from \(gap.from), store is at \(boot.next)")
            try demand(gap.to > gap.from, "empty gap")
            try demand(gap.cause == .missing, "another ledger is blamed, there is none")
            boot.gaps.append((gap.from, gap.to))
            boot.next = gap.to
            boots[gap.boot] = boot
        case .dropped(let report):
            let known = boots[report.boot]?.dropped ?? 0
            boots[report.boot, default: Boot()].dropped = max(known, report.total)
        case .announced(let boot, let next):
            boots[boot, default: Boot()].announced = max(boots[boot]?.announced ?? 0, next)
        }
    }

    private mutating func commit(_ report: PressReport) throws {
        var boot = boots[report.boot] ?? Boot()
        let record = report.record
        if let stored = boot.presses[record.sequence] {
            try demand(stored == record, "conflict at \(record.sequence): \(stored) and \(record)")
            return
        }
        try demand(record.sequence == boot.next, "press \(record.sequence) out of order, store is at \(boot.next)")
        boot.presses[record.sequence] = record
        boot.next += 1
        boots[report.boot] = boot
    }
}
