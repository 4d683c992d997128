/// An entry of the centre's working calendar.
public struct CalendarEntry: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.calendar

    /// What the entry says.
    public enum Rule: Codable, Hashable, Sendable {
        /// The session `name` (sáng, chiều) on this weekday (1 Monday to 7 Sunday), from `since` until a newer entry
        /// for the same weekday and name. Opening equal to closing cancels it.
        case session(weekday: Int, name: String, opens: DayTime, closes: DayTime, since: Day)
        /// No sessions on this day.
        case holiday(Day)
        /// A make-up day: this day works like that weekday.
        case makeUp(Day, likeWeekday: Int)
        /// An announced extra session, at one counter or (nil) at all.
        case extra(Day, counter: String?, opens: DayTime, closes: DayTime)
    }

    /// What the entry says.
    public var rule: Rule

    /// An entry.
    public init(_ rule: Rule) {
        self.rule = rule
    }

    /// Unique within its kind.
    public var key: String {
        switch rule {
        case .session(let weekday, let name, _, _, let since): "session/\(weekday)/\(name)@\(since)"
        case .holiday(let day): "holiday/\(day)"
        case .makeUp(let day, _): "make_up/\(day)"
        case .extra(let day, let counter, let opens, _): "extra/\(day)/\(counter ?? "")/\(opens)"
        }
    }
}
