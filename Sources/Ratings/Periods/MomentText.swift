import Foundation

/// Moments as people type and read them: `YYYY-MM-DDTHH:MM[:SS]` in the centre's zone unless they carry an offset.
public enum MomentText {
    /// Reads a moment; nil where it is none.
    public static func parse(_ text: String, in zone: Zone) -> Instant? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        if let day = Day(iso: trimmed) { return zone.start(of: day) }
        guard trimmed.count >= 16, let day = Day(iso: trimmed.prefix(10)) else { return nil }
        let separator = trimmed[trimmed.index(trimmed.startIndex, offsetBy: 10)]
        guard separator == "T" || separator == " " else { return nil }
        var clock = String(trimmed.dropFirst(11))
        var offset: Int?
        if clock.hasSuffix("Z") {
            offset = 0
            clock.removeLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let time = DayTime(clock[clock.index(after: sign)...]) else { return nil }
            offset = time.minutes * (clock[sign] == "-" ? -60 : 60)
            clock = String(clock[..<sign])
        }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let time = DayTime(parts[0...1].joined(separator: ":")) else {
            return nil
        }
        var seconds = 0
        if parts.count == 3 {
            guard parts[2].count == 2, parts[2].allSatisfy(\.isDigit), let value = Int(parts[2]),
                (0...59).contains(value)
            else { return nil }
            seconds = value
        }
        if let offset {
            let local = Int64(day.number) * 86400 + Int64(time.minutes * 60 + seconds)
            return Instant(milliseconds: (local - Int64(offset)) * 1000)
        }
        return zone.instant(of: day, at: time, seconds: seconds)
    }

    /// `2020-06-15T23:59:59` in the zone.
    public static func format(_ instant: Instant, in zone: Zone) -> String {
        let seconds = ((instant.milliseconds / 1000) % 60 + 60) % 60
        return "\(zone.day(of: instant))T\(zone.dayTime(of: instant)):\(String(seconds).leftPadded(to: 2))"
    }

    /// `2020-06-15T16:59:59Z`, for logs.
    public static func utc(_ instant: Instant) -> String {
        instant.date.formatted(.iso8601)
    }
}
