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
        let wrongSums = try subtractTallies()
        var findings: [Verification.Finding] = []
        if missing + extra > 0 { findings.append(.ratings(missing: missing, extra: extra)) }
        let wrong = cells.differences + wrongSums
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

    /// Takes the tallies from what the ratings add up to, and tells how many sums of spans are not what the tallies add
    /// up to.
    private mutating func subtractTallies() throws -> Int {
        let tallies = try RowWalk(
            db,
            """
            SELECT day, hour, count, unit, counter, officer, field, choice, column_name
            FROM tally WHERE generation = \(generation)
            """)
        var spans = SpanCounts()
        while try tallies.next() {
            let (day, hour, count) = (Int(tallies.int(0)), Int(tallies.int(1)), Int(tallies.int(2)))
            cells.add(-count, day: day, hour: hour, codes: tallies, from: 3)
            // No rating has a day beyond these, so such a cell is wrong whatever it sums up to.
            if Int32(exactly: day) != nil, let column = Column(bytes: tallies.bytes(8)) {
                spans.add(count, day: day, hour: hour, officer: tallies.text(5), column: column)
            }
        }
        // One wrong cell would be told three times.
        guard cells.differences == 0, try SpanSum.exist(db) else { return 0 }
        try spans.add(-1, db, generation: generation)
        return spans.differences
    }
}
