import Ratings
import Testing

@testable import Store

/// The directory of the made month, and what people and the host did during it.
enum MadeMonth {
    /// Ticks of all boxes are counted from here.
    static let start = Instant(milliseconds: 1_588_266_000_000)  // 2020-05-01T00:00 in Vietnam

    static func directory() throws -> [any DirectoryRecord] {
        try units() + places() + duties() + rules()
    }

    /// Two units are merged on 1 June; one (nv) has no rating at all.
    private static func units() throws -> [any DirectoryRecord] {
        let (start, merger) = (try Sample.at("2020-01-01"), try Sample.at("2020-06-01"))
        return [
            AdministrativeUnit(code: "tp", name: "Sở Tư pháp", order: 1, since: start),
            AdministrativeUnit(
                code: "kh", name: "Sở Kế hoạch và Đầu tư", order: 2, since: start, until: merger, successors: ["td"]),
            AdministrativeUnit(
                code: "tc", name: "Sở Tài chính", order: 3, since: start, until: merger, successors: ["td"]),
            AdministrativeUnit(code: "td", name: "Sở Tài chính - Đầu tư", order: 4, since: merger),
            AdministrativeUnit(code: "xd", name: "Sở Xây dựng", order: 5, since: start),
            AdministrativeUnit(code: "yt", name: "Sở Y tế", order: 6, since: start),
            AdministrativeUnit(code: "nv", name: "Sở Nội vụ", order: 7, since: start),
            ServiceField(code: "dd", name: "Đất đai", order: 1), ServiceField(code: "ht", name: "Hộ tịch", order: 2),
        ]
    }

    /// Q3 changes its unit on 8 June, Q4 serves two units, boxes b1 and b3 are swapped on 25 May. Where b5 stands is
    /// not yet known.
    private static func places() throws -> [any DirectoryRecord] {
        let (start, swap) = (try Sample.at("2020-01-01"), try Sample.at("2020-05-25T12:00"))
        func counter(_ code: String, _ units: [String], _ since: String = "2020-01-01") throws -> Counter {
            Counter(code: code, name: "Quầy \(code)", units: units, since: try Sample.at(since))
        }
        func box(_ uid: String, _ counters: [String], _ since: Instant, _ until: Instant? = nil) -> Assignment {
            Assignment(box: uid, counters: counters, since: since, until: until)
        }
        return [
            try counter("Q1", ["tp"]), try counter("Q2", ["kh"]), try counter("Q2", ["td"], "2020-06-01"),
            try counter("Q3", ["xd"]), try counter("Q3", ["tp"], "2020-06-08"), try counter("Q4", ["tc", "xd"]),
            try counter("Q4", ["td", "xd"], "2020-06-01"), box("b1", ["Q1"], start, swap), box("b1", ["Q3"], swap),
            box("b3", ["Q3"], start, swap), box("b3", ["Q1"], swap), box("b2", ["Q2"], start), box("b4", ["Q4"], start),
            box("b6", ["Q3", "Q4"], start), box("b7", ["Q1"], start),
        ]
    }

    private static func duties() throws -> [any DirectoryRecord] {
        func duty(
            _ counter: String, _ officer: String, _ day: String, _ from: String, _ to: String, unit: String? = nil,
            _ source: Duty.Source = .roster, replaces: String? = nil
        ) throws -> Duty {
            Duty(
                counter: counter, officer: officer, unit: unit, since: try Sample.at("2020-\(day)T\(from)"),
                until: try Sample.at("2020-\(day)T\(to)"), source: source, replaces: replaces)
        }
        return [
            try duty("Q1", "an", "05-18", "07:00", "11:30"), try duty("Q1", "binh", "05-18", "11:30", "17:00"),
            try duty("Q3", "an", "05-18", "07:00", "11:30"), try duty("Q2", "dung", "05-18", "07:00", "17:00"),
            try duty("Q4", "em", "05-19", "07:00", "11:00", unit: "tc"),
            try duty("Q4", "gia", "05-19", "09:00", "11:00", unit: "xd"),
            try duty("Q1", "an", "05-20", "07:00", "11:30"),
            try duty("Q1", "chi", "05-20", "09:00", "10:00", .standIn, replaces: "an"),
            try duty("Q2", "dung", "06-02", "07:00", "17:00"), try duty("Q2", "dung", "06-05", "07:00", "17:00"),
            try duty("Q4", "em", "06-03", "07:00", "11:00", unit: "td"),
            try duty("Q4", "gia", "06-03", "08:00", "09:00", .signOn),
            try duty("Q3", "binh", "06-09", "07:00", "17:00"),
        ]
    }

    /// Periods of 16–15, invitations at Q2 since 2 June, enforced hours at Q4 since 10 June.
    private static func rules() throws -> [any DirectoryRecord] {
        let start = try Sample.at("2020-01-01")
        func time(_ hours: Int) -> DayTime { DayTime(minutes: hours * 60) ?? .midnight }
        let sessions = (1...5).flatMap { weekday in
            [("sáng", time(7), time(11)), ("chiều", time(13), time(17))].map { name, opens, closes in
                CalendarEntry(
                    .session(
                        weekday: weekday, name: name, opens: opens, closes: closes, since: Zone.vietnam.day(of: start)))
            }
        }
        let june = Zone.vietnam.day(of: try Sample.at("2020-06-01"))
        let (holiday, saturday) = (june.advanced(by: 10), june.advanced(by: 12))
        return [
            Sample.scale, Setting(name: .periodFirstDay, since: start, value: "16"),
            Setting(name: .mode, scope: .counter("Q2"), since: try Sample.at("2020-06-02"), value: "invited"),
            Setting(name: .hours, scope: .counter("Q4"), since: try Sample.at("2020-06-10"), value: "enforce"),
            CalendarEntry(.holiday(holiday)), CalendarEntry(.makeUp(saturday, likeWeekday: 1)),
            CalendarEntry(.extra(holiday, counter: "Q4", opens: time(9), closes: time(10))),
        ] + sessions
    }

    typealias Action = (at: Instant, perform: (Bench) async throws -> Void)

    /// What happened between the presses.
    static func actions(setAside key: PressKey) throws -> [Action] {
        func act(_ at: String, _ perform: @escaping (Bench, Instant) async throws -> Void) throws -> Action {
            let at = try Sample.at(at)
            return (at, { try await perform($0, at) })
        }
        func invite(_ id: UInt32, _ at: String, _ subject: Subject?) throws -> Action {
            try act(at) { bench, opened in
                try await bench.change(
                    Invitation(
                        id: id, counter: "Q2", opened: opened, expires: opened + .seconds(30), by: "dung",
                        subject: subject))
            }
        }
        return [
            try act("2020-05-01") { bench, now in try await bench.store.beginRun(Sample.clock(now)) },
            try act("2020-05-26T08:30") { bench, now in
                try await bench.store.noteDuplicate(of: "b7", isLive: true, at: now)
            },
            try act("2020-05-26T10:00") { bench, now in
                try await bench.store.noteDuplicate(of: "b7", isLive: false, at: now)
            },
            try act("2020-05-27T07:00") { bench, _ in
                guard var stretch = bench.store.directory.duplicates["b7"]?.first else { return }
                stretch.decision = .countBoot(2)
                try await bench.change(stretch)
            },
            try act("2020-05-28T11:00") { bench, _ in
                try await bench.change(
                    BoxTest(
                        box: "b1", since: try Sample.at("2020-05-28T09:55"), until: try Sample.at("2020-05-28T10:05")))
            },
            try invite(1, "2020-06-02T09:00", Subject(field: "ht")),
            try invite(2, "2020-06-02T10:00", Subject(officer: "an", field: "dd")),
            try invite(3, "2020-06-02T11:00", nil),
            try act("2020-06-05T08:00:01") { bench, now in
                try await bench.store.noteAlive(at: now - .seconds(1), heard: [])
            },
            try act("2020-06-05T10:00") { bench, now in
                try await bench.store.beginRun(Sample.clock(now, boot: "next"))
            },
            try act("2020-06-09T12:00") { bench, _ in try await bench.change(SetAside(press: key, isSetAside: true)) },
            try act("2020-06-10T15:00") { bench, _ in
                try await bench.change(Assignment(box: "b5", counters: ["Q2"], since: try Sample.at("2020-05-20")))
            },
        ]
    }
}
