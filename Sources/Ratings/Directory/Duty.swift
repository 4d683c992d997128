/// An officer's duty at a counter (trực quầy).
public struct Duty: DirectoryRecord, Dated {
    /// Its kind in the store.
    public static let kind = RecordKind.duty

    /// Where the duty comes from. A stand-in goes before a sign-on, a sign-on before the roster.
    public enum Source: String, Codable, Hashable, Sendable {
        /// The roster (lịch phân công).
        case roster
        /// The officer signed on (Bắt đầu trực).
        case signOn = "sign_on"
        /// Stand-in (trực thay) from–to, after which the first officer returns by himself.
        case standIn = "stand_in"
    }

    /// Code of the counter.
    public var counter: String
    /// Code of the officer.
    public var officer: String
    /// Code of the unit served *for*; nil leaves it to the counter.
    public var unit: String?
    /// From when.
    public var since: Instant
    /// Until when.
    public var until: Instant?
    /// Where it comes from.
    public var source: Source
    /// For a stand-in: code of the officer replaced; nil replaces whoever is on duty there.
    public var replaces: String?

    /// A duty.
    public init(
        counter: String, officer: String, unit: String? = nil, since: Instant, until: Instant? = nil, source: Source,
        replaces: String? = nil
    ) {
        self.counter = counter
        self.officer = officer
        self.unit = unit
        self.since = since
        self.until = until
        self.source = source
        self.replaces = replaces
    }

    /// Unique within its kind.
    public var key: String { "\(counter)/\(officer)/\(source.rawValue)@\(since.milliseconds)" }
}
