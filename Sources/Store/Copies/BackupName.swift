import Ratings

/// The name of a backup's file: `hailong-LEDGER-DAY-TIME.sqlite`, with `-daily` behind the time if the service made it.
/// It tells ledgers that share a folder apart, sorts by time, and every file system takes it.
public struct BackupName: Hashable, Sendable {
    /// The ledger, by the first digits of its id.
    public var ledger: String
    /// When it was made.
    public var at: Instant
    /// Whether the service made it by itself, and may take it away again.
    public var isDaily: Bool

    /// The name of a backup of `ledger`.
    public init(ledger: UInt64, at instant: Instant, isDaily: Bool) {
        self.ledger = Self.digits(ledger)
        at = instant
        self.isDaily = isDaily
    }

    /// Reads a name; nil where it is none.
    public init?(_ name: String, in zone: Zone) {
        var rest = name[...]
        guard rest.hasPrefix("hailong-"), rest.hasSuffix(".sqlite") else { return nil }
        rest = rest.dropFirst(8).dropLast(7)
        isDaily = rest.hasSuffix("-daily")
        if isDaily { rest = rest.dropLast(6) }
        let parts = rest.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 8, parts[1].count == 17, parts[1].dropFirst(10).first == "-",
            let day = Day(iso: parts[1].prefix(10)), let number = Int(parts[1].suffix(6)), number >= 0,
            let time = DayTime(minutes: number / 10_000 * 60 + number / 100 % 100), number / 100 % 100 < 60,
            number % 100 < 60
        else { return nil }
        ledger = String(parts[0])
        at = zone.instant(of: day, at: time, seconds: number % 100)
    }

    /// The first digits of a ledger's id, as they stand in names.
    public static func digits(_ ledger: UInt64) -> String {
        String(String(ledger, radix: 16).leftPadded(to: 16).prefix(8))
    }

    /// The name as it stands in a folder.
    public func text(in zone: Zone) -> String {
        "hailong-\(ledger)-\(Self.timestamp(at, in: zone))\(isDaily ? "-daily" : "").sqlite"
    }

    /// `2026-11-21-114500`.
    static func timestamp(_ instant: Instant, in zone: Zone) -> String {
        let moment = MomentText.format(instant, in: zone)
        return moment.replacing("T", with: "-").replacing(":", with: "")
    }
}
