import GRDB
import GRDBSQLite
import Ratings

/// Compares the tables with the ratings they add up, and the ratings with the presses they belong to, in one walk
/// beside the presses. Whether each rating is right is for `reproject --dry-run` to say.
struct ProjectionCheck {
    private let db: Database
    private let generation: Int64
    private let ratings: RowWalk
    /// Position of the rating that is next in the walk.
    private var position: Int64?
    private var (missing, extra) = (0, 0)
    private var cells = CellCounts()
    private var hours: HourReader
    /// An unreadable directory is a finding of its own.
    private let isPossible: Bool

    /// Stands before the first press.
    /// - Throws: `DatabaseError`.
    init(_ db: Database) throws {
        self.db = db
        generation = try Projection.currentGeneration(db)
        let directory = try? Store.loadDirectory(db)
        isPossible = directory != nil
        hours = HourReader(directory?.settings ?? SettingsBook())
        ratings = try RowWalk(
            db,
            """
            SELECT position, verdict = 'counted' AND choice IS NOT NULL AND column_name IS NOT NULL, moment, unit,
            counter, officer, field, choice, column_name
            FROM rating WHERE generation = \(generation) ORDER BY position
            """)
        try advance()
    }

    private mutating func advance() throws { position = try ratings.next() ? ratings.int(0) : nil }

    /// Goes on to a press; they come in order of position.
    /// - Throws: `DatabaseError`.
    mutating func note(press: Int64) throws {
        while let rated = position, rated < press {
            extra += 1
            try count()
        }
        guard position == press else {
            missing += 1
            return
        }
        try count()
    }

    /// What is wrong, once all presses were noted.
    /// - Throws: `DatabaseError`.
    mutating func findings() throws -> [Verification.Finding] {
        guard isPossible else { return [] }
        while position != nil {
            extra += 1
            try count()
        }
        try subtractTallies()
        var findings: [Verification.Finding] = []
        if missing + extra > 0 { findings.append(.ratings(missing: missing, extra: extra)) }
        let wrong = cells.differences
        if wrong > 0 { findings.append(.tallies(cells: wrong)) }
        return findings
    }

    /// Counts the rating that is next, and goes on to the one after it.
    private mutating func count() throws {
        if ratings.int(1) != 0 {
            let (day, hour) = hours.dayAndHour(of: Instant(milliseconds: ratings.int(2)))
            cells.add(1, day: day, hour: hour, codes: ratings, from: 3)
        }
        try advance()
    }

    private mutating func subtractTallies() throws {
        let tallies = try RowWalk(
            db,
            """
            SELECT day, hour, count, unit, counter, officer, field, choice, column_name
            FROM tally WHERE generation = \(generation)
            """)
        while try tallies.next() {
            cells.add(
                -Int(tallies.int(2)), day: Int(tallies.int(0)), hour: Int(tallies.int(1)), codes: tallies, from: 3)
        }
    }
}
