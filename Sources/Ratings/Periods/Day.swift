import Foundation

/// A civil day, counted from 1970-01-01. It has no zone; `Zone` says where it begins.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int

    /// The day `number` days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day of a year, month and day of month; nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        var parts = DateComponents()
        (parts.year, parts.month, parts.day) = (year, month, day)
        guard (1...9999).contains(year), let date = Self.calendar.date(from: parts) else { return nil }
        let back = Self.calendar.dateComponents([.year, .month, .day], from: date)
        guard back.year == year, back.month == month, back.day == day else { return nil }
        number = Int((date.timeIntervalSince1970 / 86400).rounded(.down))
    }

    /// Reads `2020-06-15`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day of month.
    public var civil: (year: Int, month: Int, day: Int) {
        let date = Date(timeIntervalSince1970: Double(number) * 86400)
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }

    /// 1 Monday to 7 Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The day `days` later.
    public func advanced(by days: Int) -> Day { Day(number: number + days) }

    /// Earlier is less.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}

extension Day: CustomStringConvertible, Codable {
    /// `2020-06-15`.
    public var description: String {
        let (year, month, day) = civil
        return "\(String(year).leftPadded(to: 4))-\(String(month).leftPadded(to: 2))-\(String(day).leftPadded(to: 2))"
    }

    /// `15/6/2020`, as Vietnamese tables write it.
    public var vietnamese: String {
        let (year, month, day) = civil
        return "\(day)/\(month)/\(year)"
    }

    /// Reads the text that `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no day: \(text)"))
        }
        self = day
    }

    /// Writes `2020-06-15`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Character {
    /// Whether it is one of 0 to 9; a sign is none.
    var isDigit: Bool { isASCII && isNumber }
}

extension String {
    /// The text with zeros before it until it has `width` characters.
    public func leftPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
