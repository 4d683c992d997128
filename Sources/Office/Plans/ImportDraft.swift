import Ratings

/// An import as it grows, file by file.
struct ImportDraft {
    /// The directory as it stands.
    let directory: Directory
    /// From when what a file does not name is closed; nil where the files are not complete.
    let closesFrom: Instant?
    /// The directory with the files taken in so far.
    private(set) var candidate: Directory
    var plan = Plan("import")

    init(directory: Directory, closesFrom: Instant?) {
        self.directory = directory
        self.closesFrom = closesFrom
        candidate = directory
    }

    /// Takes in what a file says, and returns what is wrong with it beside the rest.
    mutating func take(_ reader: SheetReader) throws -> [Finding] {
        let sheet = reader.sheet
        var findings: [Finding] = []
        var (added, changed, kept) = (0, 0, 0)
        var changes: [StoredRecord] = []
        for (record, origin) in reader.records {
            if let other = plan.origins[record.kind]?[record.key] {
                findings.append(
                    Finding(
                        file: origin.file, line: origin.line, field: record.kind.rawValue, value: record.key,
                        why: "the same key stands in \(other.file):\(other.line) already",
                        remedy: "Leave one of the two lines."))
                continue
            }
            plan.origins[record.kind, default: [:]][record.key] = origin
            switch directory.stored(record.kind, record.key)?.body {
            case nil: added += 1
            case record.body: kept += 1
            default: changed += 1
            }
            guard directory.stored(record.kind, record.key)?.body != record.body else { continue }
            changes.append(record)
            try candidate.apply(record)
        }
        let replaced = sheet.kind == .roster ? try replacedDuties(by: reader.records.map(\.record)) : []
        var closed: [StoredRecord] = []
        if closesFrom != nil { closed = try close(sheet, &findings) }
        for record in replaced + closed { try candidate.apply(record) }
        plan.append(changes + replaced + closed)
        plan.notes += reader.notes
        plan.summary.append(
            Words.imported(
                sheet.kind, added: added, changed: changed, kept: kept, closed: closed.count, withdrawn: replaced.count)
        )
        return findings
    }

    /// What the check found, with the line it comes from.
    func located(_ finding: DirectoryFinding) -> Finding {
        guard let origin = plan.origins[finding.kind]?[finding.key] else {
            return Finding(
                field: "\(finding.kind.rawValue) \(finding.key), \(finding.field)", value: finding.value,
                why: finding.why, remedy: finding.remedy)
        }
        return Finding(
            file: origin.file, line: origin.line, field: finding.field, value: finding.value, why: finding.why,
            remedy: finding.remedy)
    }

    /// A roster row is the whole truth of its counter for its session: who was planned there before gives way for that
    /// long, and keeps what lies before and after.
    private mutating func replacedDuties(by records: [StoredRecord]) throws -> [StoredRecord] {
        let named = plan.origins[.duty] ?? [:]
        var pieces: [String: (old: Duty, left: [Duty])] = [:]
        for record in records {
            let new = try record.decoded(as: Duty.self)
            for old in directory.duties.overlapping(of: new.counter, from: new.since, until: new.until)
            where old.source == .roster && named[old.key] == nil {
                let left = pieces[old.key]?.left ?? [old]
                pieces[old.key] = (old, left.flatMap { $0.without(new) })
            }
        }
        let zone = directory.settings.zone
        var replaced: [StoredRecord] = []
        for (old, left) in pieces.values.sorted(by: { ($0.old.since, $0.old.key) < ($1.old.since, $1.old.key) }) {
            let interval = Words.interval(old.since, old.until, in: zone)
            let rest = left.map { Words.interval($0.since, $0.until, in: zone) }
            plan.notes.append(Words.replacedDuty(old.officer, counter: old.counter, interval, rest: rest))
            if !left.contains(where: { $0.key == old.key }) { replaced.append(StoredRecord(withdrawing: old)) }
            replaced += try left.map { try StoredRecord($0) }
        }
        return replaced
    }

    /// Closes what a complete file does not name. Nothing is deleted.
    private mutating func close(_ sheet: Sheet, _ findings: inout [Finding]) throws -> [StoredRecord] {
        guard let end = closesFrom else { return [] }
        let named = Set((plan.origins[sheet.kind.record] ?? [:]).keys.map(Self.name))
        switch sheet.kind {
        case .sites:
            return try close(directory.sites.all.filter { !named.contains($0.code) }, end, sheet, &findings) {
                Site(code: $0.code, name: $0.name, since: $0.since, until: end)
            }
        case .units:
            return try close(directory.units.all.filter { !named.contains($0.code) }, end, sheet, &findings) {
                var unit = $0
                unit.until = end
                return unit
            }
        case .counters:
            return try close(directory.counters.all.filter { !named.contains($0.code) }, end, sheet, &findings) {
                var counter = $0
                counter.until = end
                return counter
            }
        case .assignments:
            let absent = directory.assignments.owners.filter { !named.contains($0) }
            return try close(absent.flatMap { directory.assignments.all(of: $0) }, end, sheet, &findings) {
                Assignment(box: $0.box, counters: $0.counters, since: $0.since, until: end)
            }
        default:
            findings.append(
                Finding(
                    file: sheet.file, why: "\(sheet.kind.fileName) has nothing that can be closed",
                    remedy: "Import it without --complete; only sites, units, counters and assignments have an end."))
            return []
        }
    }

    /// The code or UID in the key of a dated record.
    private static func name(_ key: String) -> String { String(key.prefix { $0 != "@" }) }

    private mutating func close<Record: DirectoryRecord & Dated>(
        _ absent: [Record], _ end: Instant, _ sheet: Sheet, _ findings: inout [Finding], ended: (Record) -> Record
    ) throws -> [StoredRecord] {
        let zone = directory.settings.zone
        var byName: [String: [Record]] = [:]
        for record in absent { byName[Self.name(record.key), default: []].append(record) }
        var closed: [StoredRecord] = []
        for (name, versions) in byName.sorted(by: { $0.key < $1.key }) {
            if let later = versions.first(where: { $0.since >= end }) {
                findings.append(
                    Finding(
                        file: sheet.file, field: "since", value: Words.moment(end, in: zone),
                        why: "\(name) is not in the file but begins only on \(Words.moment(later.since, in: zone))",
                        remedy: "Give a later --since, or keep \(name) in the file."))
                continue
            }
            guard let last = versions.max(by: { $0.since < $1.since }), last.until.map({ $0 > end }) ?? true else {
                continue
            }
            closed.append(try StoredRecord(ended(last)))
            plan.notes.append(Words.closed(sheet.kind, name, at: Words.moment(end, in: zone)))
        }
        return closed
    }
}

extension Duty {
    /// What is left of this duty outside another one's time.
    fileprivate func without(_ other: Duty) -> [Duty] {
        guard overlaps(from: other.since, until: other.until) else { return [self] }
        var (before, after) = (self, self)
        before.until = other.since
        guard let end = other.until, until.map({ $0 > end }) ?? true else { return since < other.since ? [before] : [] }
        after.since = end
        return since < other.since ? [before, after] : [after]
    }
}
