/// One dated fact that people decided: a row of the directory, of the duties or of the settings.
///
/// Facts are stored under a kind and a key, replaced whole, and never deleted by an import.
public protocol DirectoryRecord: Codable, Hashable, Sendable {
    /// The kind under which it is stored.
    static var kind: RecordKind { get }
    /// Unique within the kind, never reused for something else.
    var key: String { get }
}

/// The kinds of records that the store keeps. The raw value is what stands in the database.
public enum RecordKind: String, Codable, Hashable, Sendable, CaseIterable {
    case centre, site, unit, field, counter, officer, box, assignment, duty, scale, setting, period, calendar
    case invitation, boxTest = "box_test", duplicate, setAside = "set_aside", gap, clock, run, restoration
    case dossierColumns = "dossier_columns", dossiers
    case edition, acceptance, texts, closedCase = "closed_case"
}

/// Anything with a half-open stretch of time.
public protocol Dated {
    /// First instant at which it holds.
    var since: Instant { get }
    /// First instant at which it no longer holds; nil while it is open.
    var until: Instant? { get }
}

extension Dated {
    /// Whether it holds at `instant`.
    public func holds(at instant: Instant) -> Bool {
        guard since <= instant else { return false }
        guard let until else { return true }
        return instant < until
    }

    /// Whether it shares any instant with `[start, end)`; a nil end is open.
    public func overlaps(from start: Instant, until end: Instant?) -> Bool {
        if let end, since >= end { return false }
        if let until, until <= start { return false }
        return true
    }
}
