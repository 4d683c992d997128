/// A record whose versions share a code; each version holds until the next one begins.
public protocol VersionedRecord: DirectoryRecord {
    /// The code that its versions share.
    var code: String { get }
    /// From when this version holds.
    var since: Instant { get }
}

extension Site: VersionedRecord {}
extension AdministrativeUnit: VersionedRecord {}
extension Counter: VersionedRecord {}

/// The versions of all records of one kind, by code.
public struct Versions<Record: VersionedRecord>: Sendable, Hashable {
    private var byCode: [String: [Record]] = [:]

    /// No versions.
    public init() {}

    /// All codes ever used, sorted.
    public var codes: [String] { byCode.keys.sorted() }

    /// All versions of `code`, oldest first.
    public func all(_ code: String) -> [Record] { byCode[code] ?? [] }

    /// All versions of all codes.
    public var all: [Record] { byCode.values.flatMap(\.self) }

    /// The version of `code` that was in force at `instant`; before the first version, the first one.
    public func version(of code: String, at instant: Instant) -> Record? {
        guard let versions = byCode[code] else { return nil }
        return versions.last { $0.since <= instant } ?? versions.first
    }

    /// The versions of `code` that were in force at some time between both instants, oldest first.
    public func versions(of code: String, from start: Instant, until end: Instant) -> [Record] {
        let versions = all(code)
        let inForce = versions.indices.filter { index in
            let isOver = versions.indices.contains(index + 1) && versions[index + 1].since <= start
            return (index == 0 || versions[index].since < end) && !isOver
        }
        return inForce.map { versions[$0] }
    }

    mutating func set(_ record: Record) {
        var versions = byCode[record.code, default: []]
        versions.removeAll { $0.since == record.since }
        let place = versions.firstIndex { $0.since > record.since } ?? versions.endIndex
        versions.insert(record, at: place)
        byCode[record.code] = versions
    }

    mutating func remove(_ record: Record) {
        byCode[record.code]?.removeAll { $0.since == record.since }
        if byCode[record.code]?.isEmpty == true { byCode[record.code] = nil }
    }
}
