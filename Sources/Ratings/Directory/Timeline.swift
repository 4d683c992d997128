/// Dated records by an owner (a box, a counter), found by instant.
public struct Timeline<Record: DirectoryRecord & Dated>: Sendable, Hashable {
    private var byOwner: [String: History] = [:]

    /// The records of one owner, earliest first. What holds at an instant is found without a look at all that ended
    /// before: a counter that is signed on to every day has thousands of those after some years.
    struct History: Sendable, Hashable {
        var records: [Record] = []
        /// The latest end of each record and those before it; nil once one has no end.
        var ends: [Instant?] = []
    }

    /// No records.
    public init() {}

    /// All owners, sorted.
    public var owners: [String] { byOwner.keys.sorted() }

    /// All records of `owner`, earliest first.
    public func all(of owner: String) -> [Record] { byOwner[owner]?.records ?? [] }

    /// All records of `owner` that hold at `instant`, earliest first.
    public func holding(of owner: String, at instant: Instant) -> [Record] {
        guard let history = byOwner[owner] else { return [] }
        return history.records[history.range(from: instant, through: instant)].filter { $0.holds(at: instant) }
    }

    /// All records of `owner` that share an instant with `[start, end)`, earliest first.
    public func overlapping(of owner: String, from start: Instant, until end: Instant?) -> [Record] {
        guard let history = byOwner[owner] else { return [] }
        return history.records[history.range(from: start, through: end)]
            .filter { $0.overlaps(from: start, until: end) }
    }

    mutating func change(_ record: Record, under owner: String, isIn: Bool) {
        var history = byOwner.removeValue(forKey: owner) ?? History()
        history.change(record, isIn: isIn)
        if !history.records.isEmpty { byOwner[owner] = history }
    }
}

extension Timeline.History {
    /// Where the records stand that may hold between both instants: none before it reaches so far, and none after it
    /// has begun. No second instant is the end of time.
    func range(from start: Instant, through end: Instant?) -> Range<Int> {
        let upper = end.map { end in records.firstIndexSorted { $0.since > end } } ?? records.endIndex
        let lower = ends.firstIndexSorted { $0.map { $0 > start } ?? true }
        return min(lower, upper)..<upper
    }

    mutating func change(_ record: Record, isIn: Bool) {
        var first: Int
        if isIn {
            first = records.firstIndexSorted { $0.since > record.since }
            // What begins together stands in the order of keys, in whatever order it came.
            while first > 0, records[first - 1].since == record.since, records[first - 1].key > record.key {
                first -= 1
            }
            records.insert(record, at: first)
        } else {
            first = records.firstIndexSorted { $0.since >= record.since }
            records.removeAll { $0.since == record.since && $0.key == record.key }
        }
        ends.removeSubrange(first...)
        for record in records[first...] {
            guard let before = ends.last else {
                ends.append(record.until)
                continue
            }
            ends.append(before.flatMap { before in record.until.map { max(before, $0) } })
        }
    }
}

extension Array {
    /// Index of the first element for which `condition` holds, where it holds for all after that too; by bisection.
    fileprivate func firstIndexSorted(where condition: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
