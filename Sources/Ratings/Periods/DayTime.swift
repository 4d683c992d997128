/// A time of day: minutes since local midnight, 0 to 1440.
public struct DayTime: Hashable, Comparable, Codable, Sendable {
    /// Minutes since midnight.
    public var minutes: Int

    /// A time of day; nil outside 00:00 to 24:00.
    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `07:30`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute)
        else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    /// Earlier is less.
    public static func < (left: DayTime, right: DayTime) -> Bool { left.minutes < right.minutes }
}

extension DayTime: CustomStringConvertible {
    /// `07:30`.
    public var description: String {
        "\(String(minutes / 60).leftPadded(to: 2)):\(String(minutes % 60).leftPadded(to: 2))"
    }
}
