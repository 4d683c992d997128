import Ratings

/// roster.csv (lịch phân công): who sits where in which session, or (for what is no whole session) from when until when.
enum RosterFormat: FileFormat {
    static let fields: [FileField] = [
        FileField("date", "ngày"), FileField("session", "buổi", "phiên"),
        FileField("counter", "quầy", isRequired: true),
        FileField("officer", "cán bộ", "mã cán bộ", isRequired: true), FileField("unit", "đơn vị"),
        FileField("since", "từ", "từ lúc"), FileField("until", "đến", "đến lúc"),
    ]

    static func read(_ reader: inout SheetReader) {
        var crews: [String: (officers: [String], duty: Duty)] = [:]
        reader.forEachRow { row in
            guard let counter = row.required("counter"), let officer = row.required("officer"),
                let (since, until) = interval(&row)
            else { return }
            var duty = Duty(counter: counter, officer: officer, since: since, until: until, source: .roster)
            let old = try? row.directory.stored(.duty, duty.key)?.decoded(as: Duty.self)
            duty.unit = row.optional("unit", keeping: old?.unit)
            row.add(duty, named: officer, field: "officer")
            crews["\(counter)@\(since.milliseconds)", default: ([], duty)].officers.append(officer)
        }
        for crew in crews.values.sorted(by: { $0.duty.key < $1.duty.key }) where Set(crew.officers).count > 1 {
            reader.note(Words.several(crew.officers, at: crew.duty.counter, in: reader.directory))
        }
    }

    private static func interval(_ row: inout SheetReader) -> (Instant, Instant?)? {
        if row.text("session").isEmpty, !row.text("since").isEmpty {
            return row.moment("since").map { ($0, row.optionalMoment("until", keeping: nil)) }
        }
        guard let day = row.day("date"), let name = row.required("session") else { return nil }
        guard let session = row.directory.calendar.session(named: name.lowercased(), on: day) else {
            let known = row.directory.calendar.sessions(on: day, counter: nil).compactMap(\.name)
            row.find(
                "session", name, why: "the working calendar has no such session on \(day)",
                remedy: known.isEmpty
                    ? "Add the day to calendar.csv (session, make_up) of the same import, or correct the date."
                    : "That day has: \(known.joined(separator: ", ")). Correct it, or add the session to calendar.csv.")
            return nil
        }
        return (row.zone.instant(of: day, at: session.opens), row.zone.instant(of: day, at: session.closes))
    }

    static func write(_ directory: Directory) -> [[String]] {
        let zone = directory.settings.zone
        let duties = directory.duties.owners.flatMap { directory.duties.all(of: $0) }.filter { $0.source == .roster }
        return duties.sorted { ($0.since, $0.counter, $0.officer) < ($1.since, $1.counter, $1.officer) }.map { duty in
            let day = zone.day(of: duty.since)
            let session = directory.calendar.sessions(on: day, counter: nil).first {
                $0.name != nil && zone.instant(of: day, at: $0.opens) == duty.since
                    && zone.instant(of: day, at: $0.closes) == duty.until
            }
            let place = [duty.counter, duty.officer, duty.unit ?? ""]
            guard let name = session?.name else { return ["", ""] + place + directory.cells(of: duty) }
            return ["\(day)", name] + place + ["", ""]
        }
    }
}
