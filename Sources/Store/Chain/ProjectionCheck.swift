import GRDB
import Ratings

/// Compares the tables with the ratings they add up, and the ratings with the presses they belong to. Whether each
/// rating is right is for `reproject --dry-run` to say.
struct ProjectionCheck {
    let db: Database

    func findings() throws -> [Verification.Finding] {
        // An unreadable directory is a finding of its own.
        guard let directory = try? Store.loadDirectory(db) else { return [] }
        let generation = try Projection.currentGeneration(db)
        return try ratingFindings(generation) + tallyFindings(generation, directory.settings)
    }

    private func ratingFindings(_ generation: Int64) throws -> [Verification.Finding] {
        let missing = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM press WHERE NOT EXISTS
                (SELECT 1 FROM rating WHERE generation = ? AND rating.position = press.position)
                """, arguments: [generation])
        let extra = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM rating WHERE generation = ? AND NOT EXISTS
                (SELECT 1 FROM press WHERE press.position = rating.position)
                """, arguments: [generation])
        guard (missing ?? 0) + (extra ?? 0) > 0 else { return [] }
        return [.ratings(missing: missing ?? 0, extra: extra ?? 0)]
    }

    private func tallyFindings(_ generation: Int64, _ settings: SettingsBook) throws -> [Verification.Finding] {
        var cells: [TallyKey: Int] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(RatingRow.columns) FROM rating WHERE generation = ?", arguments: [generation])
        while let row = try rows.next() {
            let rating = RatingRow(row).rating
            if let key = TallyKey(rating, in: settings.zone(at: rating.moment)) { cells[key, default: 0] += 1 }
        }
        for tally in try TallyRow.fetch(db, generation: generation) { cells[tally.key, default: 0] -= tally.count }
        let wrong = cells.values.count { $0 != 0 }
        return wrong == 0 ? [] : [.tallies(cells: wrong)]
    }
}
