import GRDB
import Ratings

/// Finds the presses that a scope names.
struct ScopePositions {
    let db: Database
    let generation: Int64

    /// Ledger positions, last first, so that popping takes them in order. At most `limit`, for those who only want to
    /// know whether there are many.
    func positions(in scope: ProjectionScope, limit: Int = .max) throws -> [Int64] {
        if scope.isEverything {
            return try Int64.fetchAll(
                db, sql: "SELECT position FROM press ORDER BY position DESC LIMIT ?", arguments: [limit])
        }
        var positions: Set<Int64> = []
        for (box, span) in scope.boxes where positions.count < limit {
            positions.formUnion(try presses(of: box, in: span, limit))
        }
        for (counter, span) in scope.counters where positions.count < limit {
            positions.formUnion(try presses(at: counter, in: span, limit))
        }
        for (id, invitation) in scope.invitations where positions.count < limit {
            positions.formUnion(try presses(answering: id, invitation))
        }
        for press in scope.presses { try PressRow.fetch(db, key: press).map { _ = positions.insert($0.position) } }
        if let hostBoot = scope.unsetClock {
            positions.formUnion(
                try Int64.fetchAll(
                    db, sql: "SELECT position FROM press WHERE host_boot = ? AND clock_set = 0", arguments: [hostBoot]))
        }
        return positions.sorted(by: >)
    }

    private func presses(of box: String, in span: ProjectionScope.Span, _ limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT position FROM press JOIN rating USING (position)
                WHERE device = ? AND generation = ? AND moment >= ? AND moment < ? LIMIT ?
                """,
            arguments: [
                box, generation, span.from.milliseconds, span.until?.milliseconds ?? Int64.max, limit,
            ])
    }

    private func presses(answering id: UInt32, _ invitation: Invitation?) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT position FROM press WHERE invitation = ?
                UNION SELECT position FROM rating WHERE generation = ? AND invitation = ?
                UNION SELECT position FROM rating WHERE generation = ? AND moment >= ? AND moment < ?
                """,
            arguments: [
                Int64(id), generation, Int64(id), generation, invitation?.opened.milliseconds ?? 0,
                invitation?.shuts.milliseconds ?? 0,
            ])
    }

    /// A change of officer reaches as far as moments are unsure.
    private func presses(at counter: String, in span: ProjectionScope.Span, _ limit: Int) throws -> [Int64] {
        let widest = Duration.milliseconds(try Projection.widestUncertainty(db))
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT position FROM rating
                WHERE generation = ? AND moment >= ? AND moment <= ? AND counter = ? LIMIT ?
                """,
            arguments: [
                generation, (span.from - widest).milliseconds,
                span.until.map { ($0 + widest).milliseconds } ?? Int64.max, counter, limit,
            ])
    }
}
