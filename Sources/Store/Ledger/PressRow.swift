import Foundation
import GRDB
import Ratings

/// A press as a row of the ledger.
struct PressRow {
    var position: Int64
    var press: Press
    var commitment: Data?
    var conflictsWith: Int64?
    /// The subject as it is written, since that text is what is hashed.
    var subject: String?

    init(position: Int64, press: Press, commitment: Data?, conflictsWith: Int64?) throws {
        self.position = position
        self.press = press
        self.commitment = commitment
        self.conflictsWith = conflictsWith
        subject = try press.subject.map { subject in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(subject), as: UTF8.self)
        }
    }

    /// - Throws: where a damaged row holds a value of another type.
    init(_ row: Row) throws {
        func number(_ column: Int) throws -> Int64 { try row.decode(atIndex: column) }
        position = try number(0)
        commitment = try row.decode(atIndex: 19)
        conflictsWith = try row.decode(atIndex: 20)
        subject = try row.decode(atIndex: 9)
        let clock = ClockReading(
            wall: Instant(milliseconds: try number(10)), hostBoot: try row.decode(atIndex: 11),
            bootTime: .milliseconds(try number(12)), isSynchronized: try row.decode(atIndex: 13))
        press = Press(
            key: PressKey(
                device: try row.decode(atIndex: 1), boot: UInt64(bitPattern: try number(2)),
                sequence: UInt32(truncatingIfNeeded: try number(3))),
            tick: UInt64(bitPattern: try number(4)), resets: UInt16(truncatingIfNeeded: try number(5)),
            input: try row.decode(atIndex: 6),
            invitation: try row.decode(Int64?.self, atIndex: 7).map { UInt32(truncatingIfNeeded: $0) },
            channel: Channel(rawValue: try row.decode(atIndex: 8)) ?? .box,
            subject: try subject.map { try JSONDecoder().decode(Subject.self, from: Data($0.utf8)) },
            arrival: Arrival(
                clock: clock, age: .milliseconds(try number(14)),
                resetsSince: UInt16(truncatingIfNeeded: try number(15)),
                timeLost: .milliseconds(try number(16)), roundTrip: .milliseconds(try number(17)),
                driftPPM: try row.decode(atIndex: 18)))
    }

    static let columns = """
        position, device, boot, sequence, tick, resets, input, invitation, channel, subject, wall, host_boot, boot_time,
        clock_set, age, resets_since, time_lost, round_trip, drift, commitment, conflict_with
        """

    /// All columns but the hash, in their order.
    private func addValues(to sink: inout some ValueSink) {
        let (key, arrival) = (press.key, press.arrival)
        sink.add(position)
        sink.add(key.device)
        sink.add(Int64(bitPattern: key.boot))
        sink.add(Int64(key.sequence))
        sink.add(Int64(bitPattern: press.tick))
        sink.add(Int64(press.resets))
        sink.add(press.input)
        sink.add(press.invitation.map { Int64($0) })
        sink.add(press.channel.rawValue)
        sink.add(subject)
        sink.add(arrival.clock.wall.milliseconds)
        sink.add(arrival.clock.hostBoot)
        sink.add(arrival.clock.bootTime.inMilliseconds)
        sink.add(arrival.clock.isSynchronized ? 1 : 0)
        sink.add(arrival.age.inMilliseconds)
        sink.add(Int64(arrival.resetsSince))
        sink.add(arrival.timeLost.inMilliseconds)
        sink.add(arrival.roundTrip.inMilliseconds)
        sink.add(arrival.driftPPM.map { Int64($0) })
        sink.add(commitment)
        sink.add(conflictsWith)
    }

    /// The row's link, behind the row whose hash is `previous`. All columns are in it.
    func hash(after previous: Data) -> Data {
        ChainHash.link(after: previous, kind: "press") { addValues(to: &$0) }
    }

    /// The link of a row as the database has it, columns in the order of `columns`: a value that would read as the
    /// same press but is not what was written does not pass.
    static func hash(of row: Row, after previous: Data) -> Data {
        ChainHash.link(after: previous, kind: "press", row.databaseValues.dropLast())
    }

    static func insertion(_ db: Database) throws -> HotStatement {
        try HotStatement(
            db, sql: "INSERT INTO press (\(columns), hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    }

    func insert(by insertion: HotStatement, hash: Data) throws {
        try insertion.run { values in
            addValues(to: &values)
            values.add(hash)
        }
    }

    static func fetch(_ db: Database, position: Int64) throws -> PressRow? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM press WHERE position = ?")
        return try Row.fetchOne(statement, arguments: [position]).map(PressRow.init)
    }

    static func fetch(_ db: Database, key: PressKey) throws -> PressRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(columns) FROM press
                WHERE device = ? AND boot = ? AND sequence = ? AND conflict_with IS NULL
                """)
        return try Row.fetchOne(
            statement, arguments: [key.device, Int64(bitPattern: key.boot), Int64(key.sequence)]
        ).map(PressRow.init)
    }
}
