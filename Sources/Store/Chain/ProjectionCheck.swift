import GRDB
import GRDBSQLite
import Ratings

/// Compares the tables with the ratings they add up, and the ratings with the presses they belong to, in one walk over
/// both. Whether each rating is right is for `reproject --dry-run` to say.
struct ProjectionCheck {
    private let db: Database
    private let generation: Int64
    private let ratings: RowWalk
    /// Position of the rating that is next in the walk.
    private var position: Int64?
    private var (missing, extra) = (0, 0)
    private var indexes: RatingIndexes
    private var cells = CellDigest()
    private var hours: HourReader
    /// An unreadable directory is a finding of its own.
    private let isPossible: Bool

    /// Stands before the first rating.
    /// - Throws: `DatabaseError`.
    init(_ db: Database) throws {
        self.db = db
        generation = try Projection.currentGeneration(db)
        let directory = try? Store.loadDirectory(db)
        isPossible = directory != nil
        hours = HourReader(directory?.settings ?? SettingsBook())
        indexes = RatingIndexes(generation: generation)
        ratings = try Self.ratings(db, generation)
        try advance()
    }

    private static func ratings(_ db: Database, _ generation: Int64) throws -> RowWalk {
        try RowWalk(
            db,
            """
            SELECT position, verdict = 'counted' AND choice IS NOT NULL AND column_name IS NOT NULL, unit, counter,
            officer, field, choice, column_name, moment, invitation, \(RatingIndexes.waiting)
            FROM rating WHERE generation = \(generation) ORDER BY position
            """)
    }

    private static func tallies(_ db: Database, _ generation: Int64) throws -> RowWalk {
        try RowWalk(
            db,
            """
            SELECT day, hour, unit, counter, officer, field, choice, column_name, count
            FROM tally WHERE generation = \(generation)
            """)
    }

    private mutating func advance() throws {
        let before = position
        position = try ratings.next() ? ratings.int(0) : nil
        if let before, let position, position <= before { throw PageCheck.damage("rows of rating are out of order") }
        if let position { indexes.note(ratings, at: position, from: 8) }
    }

    /// Goes on to a press; they come in order of position.
    private mutating func note(press: Int64) throws {
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

    /// What is wrong. For pages that were checked.
    /// - Throws: `DatabaseError`; with the code `SQLITE_CORRUPT` where rows are out of order or an index leads astray.
    mutating func findings() throws -> [Verification.Finding] {
        let presses = try RowWalk(db, "SELECT position FROM press ORDER BY position")
        while try presses.next() { try note(press: presses.int(0)) }
        while position != nil {
            extra += 1
            try count()
        }
        try indexes.compare(db)
        guard isPossible else { return [] }
        let wrongSums = try subtractTallies()
        var findings: [Verification.Finding] = []
        if missing + extra > 0 { findings.append(.ratings(missing: missing, extra: extra)) }
        // One wrong cell would be told three times.
        let wrong = cells.isZero ? wrongSums : try wrongCells()
        if wrong > 0 { findings.append(.tallies(cells: wrong)) }
        return findings
    }

    /// Counts the rating that is next, and goes on to the one after it.
    private mutating func count() throws {
        if let cell = cell(of: ratings) { cells.add(1, to: cell) }
        try advance()
    }

    /// The cell that a rating counts in; nil where it does not count.
    private mutating func cell(of rating: RowWalk) -> Int? {
        guard rating.int(1) != 0 else { return nil }
        let (day, hour) = hours.dayAndHour(of: Instant(milliseconds: rating.int(8)))
        return CellCounts.cell(day: day, hour: hour, codes: rating, from: 2)
    }

    /// The cell of a tally.
    private static func cell(ofTally row: RowWalk) -> Int {
        CellCounts.cell(day: Int(row.int(0)), hour: Int(row.int(1)), codes: row, from: 2)
    }

    /// Takes the tallies from what the ratings add up to, and tells how many sums of spans are not what the tallies add
    /// up to.
    private mutating func subtractTallies() throws -> Int {
        let tallies = try Self.tallies(db, generation)
        var order = RowOrder(columns: 8)
        var officers = LastText()
        var spans = SpanCounts()
        while try tallies.next() {
            guard order.takes(tallies) else { throw PageCheck.damage("rows of tally are out of order") }
            let (day, hour, count) = (Int(tallies.int(0)), Int(tallies.int(1)), Int(tallies.int(8)))
            cells.add(0 &- count, to: Self.cell(ofTally: tallies))
            // No rating has a day beyond these, so such a cell is wrong whatever it sums up to.
            if Int32(exactly: day) != nil, let column = Column(bytes: tallies.bytes(7)) {
                spans.add(count, day: day, hour: hour, officer: officers.text(of: tallies.bytes(4)), column: column)
            }
        }
        guard try SpanSum.exist(db) else { return 0 }
        try spans.add(-1, db, generation: generation)
        return spans.differences
    }

    /// How many cells are not what the ratings add up to: walks all again, which only a wrong cell makes needed.
    private mutating func wrongCells() throws -> Int {
        var counts = CellCounts()
        let (ratings, tallies) = (try Self.ratings(db, generation), try Self.tallies(db, generation))
        while try ratings.next() {
            if let cell = cell(of: ratings) { counts.add(1, to: cell) }
        }
        while try tallies.next() { counts.add(0 &- Int(tallies.int(8)), to: Self.cell(ofTally: tallies)) }
        return counts.differences
    }
}
