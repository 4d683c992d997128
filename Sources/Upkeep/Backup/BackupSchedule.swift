import Ratings

/// When a copy is due: once a day from a time of day on, and as soon as can be where that was missed, since the machine
/// is without power for part of each day.
public struct BackupSchedule: Hashable, Sendable {
    /// 11:45, when the counters close for noon.
    public static let usual = DayTime(minutes: 11 * 60 + 45) ?? .midnight

    /// The time of day, in the centre's zone.
    public var at: DayTime

    /// A schedule.
    public init(at: DayTime = BackupSchedule.usual) {
        self.at = at
    }

    /// Whether a copy is due at `now`, if the last one was made at `last`.
    public func isDue(last: Instant?, now: Instant, in zone: Zone) -> Bool {
        guard let last else { return true }
        let today = zone.day(of: now)
        let moment = zone.instant(of: today, at: at)
        return last < (moment <= now ? moment : zone.instant(of: today.advanced(by: -1), at: at))
    }
}
