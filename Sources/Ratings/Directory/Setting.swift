/// A dated setting: whatever changes a verdict or a printed figure.
public struct Setting: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.setting

    /// What can be set. The raw value is the name in files and in the store.
    public enum Name: String, Codable, Hashable, Sendable, CaseIterable {
        /// Seconds between two presses of one box below which the second is a repeat. Default 3.
        case minimumInterval = "minimum_interval_s"
        /// `open` or `invited`. Default open.
        case mode
        /// Seconds an invitation stays open. Default 30.
        case invitationWindow = "invitation_window_s"
        /// Seconds after an invitation's first press within which a later one replaces it. Default 5.
        case correctionTime = "correction_s"
        /// `ignore` or `enforce`: whether presses outside the calendar's hours count. Default ignore.
        case hours
        /// Minutes after closing within which presses still count. Default 30.
        case closingGrace = "closing_grace_min"
        /// Code of the scale that a box uses. Default: the only scale there is.
        case scale
        /// First day of a reporting period within the month before the one it is named after; 1 means whole months.
        case periodFirstDay = "period_first_day"
        /// Decimals of shares, 0 to 4. Default 2.
        case decimals
        /// The centre's time zone. Default Asia/Ho_Chi_Minh.
        case zone
    }

    /// What a setting holds for.
    public enum Scope: Codable, Hashable, Sendable {
        case centre
        case counter(String)
        case box(String)
    }

    /// What is set.
    public var name: Name
    /// What it is set for; box goes before counter, counter before centre.
    public var scope: Scope
    /// From when.
    public var since: Instant
    /// The value as written.
    public var value: String

    /// A dated setting.
    public init(name: Name, scope: Scope = .centre, since: Instant, value: String) {
        self.name = name
        self.scope = scope
        self.since = since
        self.value = value
    }

    /// Unique within its kind.
    public var key: String { "\(name.rawValue)/\(scope)@\(since.milliseconds)" }
}

extension Setting.Scope: LosslessStringConvertible {
    /// `centre`, `counter:CODE` or `box:UID`.
    public var description: String {
        switch self {
        case .centre: "centre"
        case .counter(let code): "counter:\(code)"
        case .box(let uid): "box:\(uid)"
        }
    }

    /// Reads what `description` writes; an empty text is the centre.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case (nil, _), ("centre", 1): self = .centre
        case ("counter", 2): self = .counter(parts[1])
        case ("box", 2): self = .box(parts[1])
        default: return nil
        }
    }
}
