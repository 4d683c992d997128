import Foundation
import GRDB
import Ratings

/// One write transaction on the ledger: appends presses and changes to the chain and projects them as it goes.
struct LedgerWriter {
    let db: Database
    private(set) var directory: Directory
    private(set) var hasNewDirectory = false
    private(set) var projection: Projection
    private var head: ChainHead
    private var lastWall: Instant?
    /// The newest press of each boot that this transaction wrote to, while no rating has come out different.
    private var tails: [BootTail.Boot: BootTail] = [:]
    private var tailsRefreshed = 0
    private let newestOfBoot: HotStatement
    private let insertPress: HotStatement

    init(_ db: Database, directory: Directory) throws {
        self.db = db
        self.directory = directory
        head = try ChainHead(db)
        projection = try Projection(db, directory: directory)
        lastWall = try HotStatement(db, sql: "SELECT wall FROM press ORDER BY position DESC LIMIT 1")
            .first({ _ in }, read: { $0.number(0) })?.map(Instant.init(milliseconds:))
        newestOfBoot = try BootTail.query(db)
        insertPress = try PressRow.insertion(db)
    }

    /// Stores one observation, or finds that it is stored already.
    mutating func take(_ observation: Observation) throws -> Receipt {
        switch observation {
        case .press(let press, let note): return try take(press, note)
        case .gap(let gap):
            try note(gap)
            return .noted
        case .dropped(let device, let boot, let count, let instant):
            try BootRow.noteDropped(db, device: device, boot: boot, count: count, at: instant)
            return .noted
        }
    }

    private mutating func take(_ press: Press, _ note: PersonalNote?) throws -> Receipt {
        let boot = BootTail.Boot(device: press.key.device, boot: press.key.boot)
        if tailsRefreshed != projection.refreshed { (tails, tailsRefreshed) = ([:], projection.refreshed) }
        let tail =
            try tails[boot] ?? BootTail.fetch(by: newestOfBoot, of: press.key, generation: projection.generation)
        if tail.map({ $0.sequence < press.key.sequence }) ?? true {
            let row = try append(press, note, conflictsWith: nil)
            let anchor = try projection.addNewest(row, after: tail?.anchor)
            tails[boot] = BootTail(sequence: press.key.sequence, anchor: anchor)
            return .stored(position: row.position)
        }
        guard let known = try PressRow.fetch(db, key: press.key) else {
            let row = try append(press, note, conflictsWith: nil)
            try projection.add(row)
            return .stored(position: row.position)
        }
        if known.press.hasSameContent(as: press) { return .repeated(position: known.position) }
        let others = try Row.fetchAll(
            try db.cachedStatement(sql: "SELECT \(PressRow.columns) FROM press WHERE conflict_with = ?"),
            arguments: [known.position])
        for other in try others.map(PressRow.init) where other.press.hasSameContent(as: press) {
            return .conflict(position: other.position, isNew: false)
        }
        let row = try append(press, note, conflictsWith: known.position)
        try projection.add(row)
        return .conflict(position: row.position, isNew: true)
    }

    /// Appends a press to the chain; its rating is not derived yet.
    private mutating func append(_ press: Press, _ note: PersonalNote?, conflictsWith: Int64?) throws -> PressRow {
        var press = press
        // A clock that ran backwards without anybody recording a step cannot be trusted for this press.
        if let lastWall, press.arrival.clock.wall + MomentRule.recordedStep < lastWall {
            press.arrival.clock.isSynchronized = false
        }
        let position = try head.next()
        let personal = note.map { PersonalRow(position: position, note: $0, received: press.arrival.clock.wall) }
        let row = try PressRow(
            position: position, press: press, commitment: personal?.commitment, conflictsWith: conflictsWith)
        let hash = row.hash(after: head.hash)
        try row.insert(by: insertPress, hash: hash)
        try personal?.insert(db)
        head = ChainHead(position: position, hash: hash)
        lastWall = press.arrival.clock.wall
        return row
    }

    /// Records a gap, once.
    mutating func note(_ gap: Gap) throws {
        var gap = gap
        if let known = directory.gaps[gap.key], known.to >= gap.to { return }
        gap.after = try gap.after ?? lastMoment(of: gap.device)
        try append(
            Change(
                at: gap.noticed, who: "hailong", action: "gap", why: gap.cause.rawValue, records: [StoredRecord(gap)]))
    }

    private func lastMoment(of device: String) throws -> Instant? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(rating.moment) FROM press JOIN rating USING (position)
                WHERE press.device = ? AND rating.generation = ?
                """, arguments: [device, projection.generation]
        ).map(Instant.init(milliseconds:))
    }

    /// Appends a change to the chain and brings its records into force. What was projected before is left as it is.
    /// - Throws: `StoreError.nulCharacter`, or what SQLite says.
    @discardableResult
    mutating func append(_ change: Change) throws -> Int64 {
        try change.refuseNul()
        let row = try ChangeRow(position: try head.next(), change: change)
        let hash = row.hash(after: head.hash)
        try row.insert(db, hash: hash)
        head = ChainHead(position: row.position, hash: hash)
        for record in change.records {
            try RecordRow.apply(db, record, position: row.position)
            try directory.apply(record)
        }
        hasNewDirectory = true
        try projection.use(directory)
        return row.position
    }

    /// Projects what `scope` names again, under the directory now in force, and returns how the tallies moved.
    mutating func refresh(_ scope: ProjectionScope) throws -> [TallyKey: Int] {
        try projection.refresh(scope)
    }

    /// Has to be called before the transaction ends: only then do the tallies hold all that was taken.
    mutating func finish() throws { try projection.writeTallies() }

    /// Makes another generation the one in force.
    mutating func switchGeneration(to generation: Int64) throws {
        try db.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation])
    }
}
