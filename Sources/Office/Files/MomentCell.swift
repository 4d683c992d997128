import Foundation
import Ratings

/// Days and moments as they stand in files: `2020-06-15` or `15/6/2020`, with a time of day where needed.
enum MomentCell {
    static let dayRemedy = "Write a day as dd/MM/yyyy or yyyy-MM-dd."
    static let momentRemedy = "Write dd/MM/yyyy or yyyy-MM-dd, with HH:mm behind it where the time matters."

    /// Reads a day.
    static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let parts = text.split(whereSeparator: { $0 == "/" }).map(String.init)
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Reads a moment; a day alone is its beginning. Milliseconds may follow the seconds.
    static func instant(_ text: String, in zone: Zone) -> Instant? {
        if let day = day(text) { return zone.start(of: day) }
        guard let split = text.firstIndex(where: { $0 == " " || $0 == "T" }), let day = day(String(text[..<split]))
        else {
            return nil
        }
        var clock = text[text.index(after: split)...].drop { $0 == " " }
        if clock.prefix(2).last == ":" { clock = "0" + clock }
        var milliseconds: Int64 = 0
        if let dot = clock.firstIndex(of: ".") {
            let digits = clock[clock.index(after: dot)...].prefix { $0.isNumber }
            guard (1...3).contains(digits.count), let value = Int64(digits) else { return nil }
            milliseconds = value * [100, 10, 1][digits.count - 1]
            clock = clock[..<dot] + clock[digits.endIndex...]
        }
        return MomentText.parse("\(day)T\(clock)", in: zone).map { $0 + .milliseconds(milliseconds) }
    }

    /// The text that `instant` reads back to the same moment.
    static func format(_ instant: Instant, in zone: Zone) -> String {
        let day = zone.day(of: instant)
        if zone.start(of: day) == instant { return "\(day)" }
        let text = MomentText.format(instant, in: zone)
        let milliseconds = (instant.milliseconds % 1000 + 1000) % 1000
        return milliseconds == 0 ? text : "\(text).\(String(milliseconds).leftPadded(to: 3))"
    }
}
