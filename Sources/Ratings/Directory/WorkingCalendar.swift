/// When the centre is open: sessions per weekday, holidays, make-up days, announced extra sessions.
public struct WorkingCalendar: Sendable, Hashable {
    /// One stretch of opening on a day.
    public struct Session: Hashable, Sendable {
        /// Its name (sáng, chiều); nil for an extra session.
        public var name: String?
        /// Opening.
        public var opens: DayTime
        /// Closing.
        public var closes: DayTime
    }

    private var entries: [String: CalendarEntry] = [:]

    /// A calendar without entries: always closed.
    public init() {}

    /// All entries, in the order of their keys.
    public var all: [CalendarEntry] { entries.values.sorted { $0.key < $1.key } }

    mutating func change(_ entry: CalendarEntry, isIn: Bool) { entries[entry.key] = isIn ? entry : nil }

    /// The sessions of `day` at `counter`, in order of opening.
    public func sessions(on day: Day, counter: String?) -> [Session] {
        var weekday = day.weekday
        if case .makeUp(_, let like) = entries["make_up/\(day)"]?.rule { weekday = like }
        var newest: [String: (since: Day, session: Session)] = [:]
        var extras: [Session] = []
        let isHoliday = entries["holiday/\(day)"] != nil
        for entry in entries.values {
            switch entry.rule {
            case .session(weekday, let name, let opens, let closes, let since) where !isHoliday && since <= day:
                if let known = newest[name], known.since >= since { continue }
                newest[name] = (since, Session(name: name, opens: opens, closes: closes))
            case .extra(day, let place, let opens, let closes) where place == nil || place == counter:
                extras.append(Session(name: nil, opens: opens, closes: closes))
            default: continue
            }
        }
        let regular = newest.values.map(\.session).filter { $0.opens < $0.closes }
        return (regular + extras).sorted { $0.opens < $1.opens }
    }

    /// The session called `name` on `day`, as the roster means it.
    public func session(named name: String, on day: Day) -> Session? {
        sessions(on: day, counter: nil).first { $0.name == name }
    }

    /// Whether `instant` is within a session, or within `grace` minutes after one closed.
    public func isOpen(at instant: Instant, in zone: Zone, counter: String?, graceMinutes: Int) -> Bool {
        let day = zone.day(of: instant)
        let minute = zone.dayTime(of: instant).minutes
        return sessions(on: day, counter: counter).contains {
            $0.opens.minutes <= minute && minute < $0.closes.minutes + graceMinutes
        }
    }
}
