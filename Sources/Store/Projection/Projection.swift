import Foundation
import GRDB
import Ratings

/// One generation of ratings, tallies and their sums, kept in step with the ledger press by press.
///
/// Adding a press may change its neighbours: a late one moves the minimum interval of those after it in its boot, an
/// answer replaces earlier answers to its invitation. The same code serves the press's own transaction, a correction
/// and a rebuild, so all of them end in the same rows.
struct Projection {
    let db: Database
    let generation: Int64
    private(set) var directory: Directory
    private var hasInvitations: Bool
    private var widest: Int64
    private var hours: HourReader
    private let insertRating: HotStatement
    private let addTally: HotStatement
    private let addHour: HotStatement
    private let addOfficer: HotStatement
    /// How the tallies move, as far as it is not written yet.
    private var moved: [TallyKey: Int] = [:]
    /// How many ratings of earlier presses came out different.
    private(set) var refreshed = 0

    /// The generation in force, or another one.
    init(_ db: Database, generation: Int64? = nil, directory: Directory) throws {
        self.db = db
        self.directory = directory
        // In one query: each commit begins with it.
        let start = try HotStatement(
            db, sql: "SELECT generation, widest_uncertainty, EXISTS (SELECT 1 FROM invitation) FROM meta"
        ).first({ _ in }, read: { ($0.number(0), $0.number(1), $0.number(2)) })
        self.generation = generation ?? start?.0 ?? 1
        widest = Self.bounded(start?.1 ?? 0)
        hasInvitations = start?.2 == 1
        hours = HourReader(directory.settings)
        insertRating = try RatingRow.insertion(db)
        addTally = try TallyRow.addition(db)
        addHour = try SpanSum.hourAddition(db)
        addOfficer = try SpanSum.officerAddition(db)
    }

    /// The generation in force.
    static func currentGeneration(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(try db.cachedStatement(sql: "SELECT generation FROM meta")) ?? 1
    }

    /// The widest uncertainty that any rating ever had, in milliseconds: how far from an edge to look. Bounded, as it is
    /// counted with, and a damaged one may be any number.
    static func widestUncertainty(_ db: Database) throws -> Int64 {
        bounded(try Int64.fetchOne(try db.cachedStatement(sql: "SELECT widest_uncertainty FROM meta")) ?? 0)
    }

    private static func bounded(_ uncertainty: Int64) -> Int64 { min(max(0, uncertainty), 1 << 53) }

    private static func hasInvitations(_ db: Database) throws -> Bool {
        try Bool.fetchOne(try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM invitation)")) ?? false
    }

    mutating func use(_ directory: Directory) throws {
        self.directory = directory
        hours = HourReader(directory.settings)
        hasInvitations = try Self.hasInvitations(db)
    }

    /// Projects a press that is new to this generation, and whatever it changes beside it.
    mutating func add(_ row: PressRow) throws {
        let new = try derive(row, after: try lastCountedTick(before: row))
        try insert(new, row)
        try settle(try followers(of: row, old: nil, new: new) + otherAnswers(than: row, old: nil, new: new))
    }

    /// Projects a press that is newer than all others of its boot, whose last counted one has the tick `anchor`, and
    /// returns the tick of the last counted one then.
    mutating func addNewest(_ row: PressRow, after anchor: UInt64?) throws -> UInt64? {
        let new = try derive(row, after: anchor)
        try insert(new, row)
        try settle(try otherAnswers(than: row, old: nil, new: new))
        return new.anchor
    }

    private mutating func insert(_ new: RatingRow, _ row: PressRow) throws {
        try new.write(by: insertRating, position: row.position, generation: generation)
        try move(new.rating, by: 1)
    }

    /// Projects again what `scope` names, and whatever that changes beside it.
    mutating func refresh(_ scope: ProjectionScope) throws -> [TallyKey: Int] {
        try writeTallies()
        try settle(try ScopePositions(db: db, generation: generation).positions(in: scope))
        let moved = self.moved.filter { $0.value != 0 }
        try writeTallies()
        return moved
    }

    /// Writes how tallies and their sums moved, each cell once. Has to be called before the transaction ends.
    mutating func writeTallies() throws {
        var spans = SpanCounts()
        for (key, delta) in moved where delta != 0 {
            try addTally.run { values in
                TallyRow.addKey(key, generation: generation, to: &values)
                values.add(Int64(delta))
            }
            if delta < 0 { try TallyRow.removal(db).run { TallyRow.addKey(key, generation: generation, to: &$0) } }
            spans.add(delta, day: key.day.number, hour: key.hour, officer: key.officer ?? "", column: key.column)
        }
        for (hour, counts) in spans.hours {
            try addHour.run { SpanSum.add(counts, to: hour, generation: generation, in: &$0) }
        }
        for (officer, counts) in spans.officers {
            try addOfficer.run { SpanSum.add(counts, to: officer, generation: generation, in: &$0) }
        }
        moved = [:]
    }

    private mutating func settle(_ positions: [Int64]) throws {
        var waiting = positions
        while let position = waiting.popLast() {
            guard let row = try PressRow.fetch(db, position: position),
                let old = try RatingRow.fetch(db, position: position, generation: generation)
            else { continue }
            let new = try derive(row, after: try lastCountedTick(before: row))
            guard new != old else { continue }
            refreshed += 1
            try new.write(by: RatingRow.update(db), position: position, generation: generation)
            try move(old.rating, by: -1)
            try move(new.rating, by: 1)
            waiting += try followers(of: row, old: old, new: new) + otherAnswers(than: row, old: old, new: new)
        }
    }

    private func lastCountedTick(before row: PressRow) throws -> UInt64? {
        guard row.conflictsWith == nil else { return nil }
        return try RatingRow.anchor(db, before: row.press.key, generation: generation)
    }

    private func derive(_ row: PressRow, after previousAnchor: UInt64?) throws -> RatingRow {
        let basis = Basis(row.press, in: directory)
        var neighbours = RatingRule.Neighbours(position: row.position, conflictsWith: row.conflictsWith)
        if row.conflictsWith == nil {
            neighbours.lastCountedTick = previousAnchor
            if hasInvitations, let invitation = try invitation(for: row.press, basis) {
                neighbours.invitation = invitation
                var answers = try RatingRow.answers(db, to: invitation.id, generation: generation)
                answers.removeAll { $0.position == row.position }
                answers.append(.init(position: row.position, moment: basis.moment, column: basis.choice?.column))
                neighbours.answers = answers.sorted { ($0.moment, $0.position) < ($1.moment, $1.position) }
            }
        }
        let rating = RatingRule.rate(row.press, on: basis, neighbours, in: directory)
        let isAnchor = rating.verdict == .counted || rating.verdict == .setAside
        return RatingRow(rating: rating, anchor: isAnchor ? row.press.tick : previousAnchor)
    }

    private func invitation(for press: Press, _ basis: Basis) throws -> Invitation? {
        if let id = press.invitation {
            return try InvitationRow.fetch(db, id: id)
        }
        guard basis.counters.count == 1, let counter = basis.counters.first else { return nil }
        return try InvitationRow.fetch(db, counter: counter, at: basis.moment)
    }

    /// The next press of the boot, if the interval before it is measured from another tick now.
    private func followers(of row: PressRow, old: RatingRow?, new: RatingRow) throws -> [Int64] {
        guard row.conflictsWith == nil, old == nil || old?.anchor != new.anchor else { return [] }
        let statement = try db.cachedStatement(
            sql: """
                SELECT position FROM press
                WHERE device = ? AND boot = ? AND sequence > ? AND conflict_with IS NULL ORDER BY sequence LIMIT 1
                """)
        let key = row.press.key
        return try Int64.fetchAll(
            statement, arguments: [key.device, Int64(bitPattern: key.boot), Int64(key.sequence)])
    }

    /// The other presses of its invitations, of which one may be replaced or stand again.
    private func otherAnswers(than row: PressRow, old: RatingRow?, new: RatingRow) throws -> [Int64] {
        guard row.conflictsWith == nil else { return [] }
        var positions: [Int64] = []
        for invitation in Set([old?.rating.invitation, new.rating.invitation].compactMap(\.self)) {
            positions += try RatingRow.answers(db, to: invitation, generation: generation).map(\.position)
                .filter { $0 != row.position }
        }
        return positions
    }

    private mutating func move(_ rating: Rating, by delta: Int) throws {
        if rating.uncertainty.inMilliseconds > widest {
            widest = rating.uncertainty.inMilliseconds
            try db.execute(sql: "UPDATE meta SET widest_uncertainty = ?", arguments: [widest])
        }
        let (day, hour) = hours.dayAndHour(of: rating.moment)
        guard let key = TallyKey(rating, day: Day(number: day), hour: hour) else { return }
        moved[key, default: 0] += delta
    }
}
