import GRDB
import Ratings

extension ProjectionScope {
    /// The ledger positions in this scope that `generation` has; the last of them is best looked at first.
    func positions(_ db: Database, generation: Int64) throws -> [Int64] {
        switch self {
        case .nothing: []
        case .everything: try Int64.fetchAll(db, sql: "SELECT position FROM press ORDER BY position DESC")
        case .unsetClock(let hostBoot):
            try Int64.fetchAll(
                db, sql: "SELECT position FROM press WHERE host_boot = ? AND clock_set = 0", arguments: [hostBoot])
        case .some(let touched): try touched.positions(db, generation: generation)
        }
    }
}

extension ProjectionScope.Touched {
    fileprivate func positions(_ db: Database, generation: Int64) throws -> [Int64] {
        var positions: [Int64] = []
        for (box, since) in boxes.sorted(by: { $0.key < $1.key }) {
            positions += try Int64.fetchAll(
                db,
                sql: """
                    SELECT press.position FROM press JOIN rating USING (position)
                    WHERE device = ? AND generation = ? AND moment >= ? ORDER BY boot, sequence DESC
                    """, arguments: [box, generation, since?.milliseconds ?? Int64.min])
        }
        for (counter, since) in counters.sorted(by: { $0.key < $1.key }) {
            positions += try Int64.fetchAll(
                db,
                sql: """
                    SELECT position FROM rating WHERE generation = ? AND counter = ? AND moment + uncertainty >= ?
                    ORDER BY position DESC
                    """, arguments: [generation, counter, since.milliseconds])
        }
        for (id, invitation) in invitations.sorted(by: { $0.key < $1.key }) {
            positions += try Int64.fetchAll(
                db,
                sql: """
                    SELECT position FROM press WHERE invitation = ?
                    UNION SELECT position FROM rating WHERE generation = ? AND invitation = ?
                    UNION SELECT position FROM rating WHERE generation = ? AND moment >= ? AND moment < ?
                    ORDER BY position DESC
                    """,
                arguments: [
                    Int64(id), generation, Int64(id), generation, invitation?.opened.milliseconds ?? 0,
                    invitation?.shuts.milliseconds ?? 0,
                ])
        }
        for press in presses { positions += try PressRow.fetch(db, key: press).map { [$0.position] } ?? [] }
        return positions
    }
}
