import Foundation

/// The centre's time zone: where UTC meets days, hours and what people type.
public struct Zone: Hashable, Sendable {
    /// IANA name.
    public let name: String
    private let timeZone: TimeZone

    /// The zone of this IANA name; nil where the system knows none.
    public init?(name: String) {
        guard let timeZone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.timeZone = timeZone
    }

    /// Asia/Ho_Chi_Minh, or plain UTC+7 where the system has no zone data.
    public static let vietnam =
        Zone(name: "Asia/Ho_Chi_Minh")
        ?? Zone(name: "Asia/Ho_Chi_Minh", timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)

    private init(name: String, timeZone: TimeZone) {
        self.name = name
        self.timeZone = timeZone
    }

    /// Local milliseconds since the epoch, as if the zone's wall clock were UTC.
    private func localMilliseconds(_ instant: Instant) -> Int64 {
        instant.milliseconds &+ Int64(timeZone.secondsFromGMT(for: instant.date)) * 1000
    }

    /// The civil day of `instant`.
    public func day(of instant: Instant) -> Day {
        Day(number: Int((Double(localMilliseconds(instant)) / 86_400_000).rounded(.down)))
    }

    /// The hour of day of `instant`, 0 to 23.
    public func hour(of instant: Instant) -> Int { dayTime(of: instant).minutes / 60 }

    /// The time of day of `instant`, rounded down to a minute.
    public func dayTime(of instant: Instant) -> DayTime {
        let local = localMilliseconds(instant)
        let ofDay = ((local % 86_400_000) + 86_400_000) % 86_400_000
        return DayTime(minutes: Int(ofDay / 60_000)) ?? DayTime.midnight
    }

    /// The instant at which `day` begins.
    public func start(of day: Day) -> Instant { instant(of: day, at: .midnight) }

    /// The instant of a time of day; 24:00 is the next day's beginning.
    public func instant(of day: Day, at time: DayTime, seconds: Int = 0) -> Instant {
        let local = Int64(day.number) * 86_400_000 + Int64(time.minutes) * 60_000 + Int64(seconds) * 1000
        var guess = local - Int64(timeZone.secondsFromGMT()) * 1000
        for _ in 0..<2 {
            guess = local - Int64(timeZone.secondsFromGMT(for: Instant(milliseconds: guess).date)) * 1000
        }
        return Instant(milliseconds: guess)
    }
}

extension DayTime {
    /// 00:00.
    public static let midnight = DayTime(uncheckedMinutes: 0)
    /// 24:00, the end of a day.
    public static let endOfDay = DayTime(uncheckedMinutes: 1440)

    private init(uncheckedMinutes: Int) { minutes = uncheckedMinutes }
}
