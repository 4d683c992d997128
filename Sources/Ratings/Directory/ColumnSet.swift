/// The columns of one table, in their order.
public struct ColumnSet: Codable, Hashable, Sendable {
    /// The columns, each once.
    public let columns: [Column]

    /// The five of the official annex.
    public static let phuLucII = ColumnSet(columns: [
        .satisfiedService, .satisfiedAttitude, .dissatisfiedCompetence, .dissatisfiedTime, .comments,
    ])
    /// The levels, best first.
    public static let levels = ColumnSet(columns: [
        .verySatisfied, .satisfied, .neutral, .dissatisfied, .veryDissatisfied,
    ])

    /// What a table with ratings in the columns `used` shows: the five of Phụ lục II are shown whole or not at all, of
    /// the levels those that are used; with both, first the five, then the levels, and comments last. Nothing used is
    /// Phụ lục II with zeros.
    public init(showing used: Set<Column>) {
        let levels = Self.levels.columns.filter(used.contains)
        let own = Self.phuLucII.columns.filter { $0 != .comments }
        if levels.isEmpty {
            self = .phuLucII
        } else if used.isDisjoint(with: own) {
            columns = levels + (used.contains(.comments) ? [.comments] : [])
        } else {
            columns = own + levels + [.comments]
        }
    }

    private init(columns: [Column]) { self.columns = columns }

    /// Whether it has both columns of Phụ lục II and levels, so that none of its shares says all that was said.
    public var isMixed: Bool {
        columns.contains { Self.levels.columns.contains($0) } && columns.contains(.satisfiedService)
    }
}

extension Directory {
    /// The columns of the scales that boxes used at some time between both instants, as sets of their own: more than one
    /// where the scale changed, or differs between boxes.
    public func columnSets(from start: Instant, until end: Instant) -> Set<ColumnSet> {
        var codes = settings.values(.scale, from: start, until: end)
        // Where none is set, a box uses the only scale there is.
        if scales.codes.count == 1, settings.value(.scale, at: start) == nil { codes.formUnion(scales.codes) }
        let inForce = codes.flatMap { scales.versions(of: $0, from: start, until: end) }
        return Set(inForce.map { ColumnSet(showing: Set($0.choices.map(\.column))) })
    }
}
