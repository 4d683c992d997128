/// Dated records by an owner (a box, a counter), found by instant.
public struct Timeline<Record: DirectoryRecord & Dated>: Sendable, Hashable {
    private var byOwner: [String: [Record]] = [:]

    /// No records.
    public init() {}

    /// All owners, sorted.
    public var owners: [String] { byOwner.keys.sorted() }

    /// All records of `owner`, earliest first.
    public func all(of owner: String) -> [Record] { byOwner[owner] ?? [] }

    /// All records of `owner` that hold at `instant`.
    public func holding(of owner: String, at instant: Instant) -> [Record] {
        guard let records = byOwner[owner] else { return [] }
        return records[..<Self.firstIndex(in: records, after: instant)].filter { $0.holds(at: instant) }
    }

    /// All records of `owner` that share an instant with `[start, end)`.
    public func overlapping(of owner: String, from start: Instant, until end: Instant?) -> [Record] {
        all(of: owner).filter { $0.overlaps(from: start, until: end) }
    }

    mutating func change(_ record: Record, under owner: String, isIn: Bool) {
        var records = byOwner[owner] ?? []
        if isIn {
            var index = Self.firstIndex(in: records, after: record.since)
            // What begins together stands in the order of keys, in whatever order it came.
            while index > 0, records[index - 1].since == record.since, records[index - 1].key > record.key {
                index -= 1
            }
            records.insert(record, at: index)
        } else {
            records.removeAll { $0.since == record.since && $0.key == record.key }
        }
        byOwner[owner] = records.isEmpty ? nil : records
    }

    /// Index of the first record that begins after `instant`, by bisection.
    private static func firstIndex(in records: [Record], after instant: Instant) -> Int {
        var (low, high) = (0, records.count)
        while low < high {
            let middle = (low + high) / 2
            if records[middle].since <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
