import CSodium
import Foundation
import Ratings

/// The bound: the C API filling every table and index that a press fills, hash included, with nothing decided and
/// nothing looked up. As the service does, it writes each tally and each sum once a transaction.
///
/// The rows are the ones that the store would have written: `verify` finds nothing wrong with them, and `reproject`
/// changes none. So this makes the large ledgers too.
final class RawLedger {
    /// Texts of one box.
    private struct Texts {
        let device, counter, unit, officer: UnsafePointer<CChar>
    }

    private let constants = ConstantTexts()
    private let texts: [Texts]
    private let columns, inputs: [UnsafePointer<CChar>]
    private let channel, hostBoot, table: UnsafePointer<CChar>
    private static let roundTrip: Int64 = 5

    /// It is there for as long as this is.
    private let folder: DataFolder
    private let file: SQLiteFile
    private let press, rating, tally, hourSum, officerSum: SQLiteStatement
    private var copier: LogCopier?
    private var position: Int64 = 0
    private var link = LinkBytes()
    private let hash = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 8)

    /// Goes on behind the head of the ledger in `folder`.
    init(_ folder: DataFolder) throws {
        let constants = self.constants
        texts = (0..<BenchCentre.boxes).map { number in
            Texts(
                device: constants.make(BenchCentre.device(number)),
                counter: constants.make(BenchCentre.counter(number)),
                unit: constants.make(BenchCentre.unit(number)), officer: constants.make(BenchCentre.officer(number)))
        }
        columns = BenchCentre.columns.map { constants.make($0.rawValue) }
        inputs = (1...BenchCentre.columns.count).map { constants.make("\($0)") }
        (channel, hostBoot, table) = (constants.make("box"), constants.make("made"), constants.make("press"))
        self.folder = folder
        file = try SQLiteFile(folder.database)
        press = try SQLiteStatement(
            file.handle,
            """
            INSERT INTO press VALUES
            (?1, ?2, ?3, ?4, ?5, 0, ?6, NULL, ?7, NULL, ?8, ?9, ?8, 1, 0, 0, 0, \(Self.roundTrip), NULL, NULL, NULL, ?10)
            """)
        rating = try SQLiteStatement(
            file.handle,
            """
            INSERT INTO rating VALUES (1, ?1, ?2, \(Self.roundTrip + 1), ?3, ?4, NULL, ?5, ?6, ?6, 'counted',
            'open mode', NULL, 0, ?7)
            """)
        tally = try SQLiteStatement(
            file.handle,
            """
            INSERT INTO tally VALUES (1, ?1, ?2, ?3, ?4, ?5, '', ?6, ?6, ?7)
            ON CONFLICT (generation, day, hour, unit, counter, officer, field, choice, column_name)
            DO UPDATE SET count = count + excluded.count
            """)
        hourSum = try Self.sum(file, "hour_sum", ["span", "weekday", "hour"])
        officerSum = try Self.sum(file, "officer_sum", ["span", "officer"])
        try file.execute("UPDATE meta SET widest_uncertainty = max(widest_uncertainty, \(Self.roundTrip + 1))")
        var head: [UInt8] = []
        try SQLiteStatement(
            file.handle,
            """
            SELECT position, hash FROM press UNION ALL SELECT position, hash FROM change ORDER BY position DESC LIMIT 1
            """
        ).rows { row in (position, head) = (row.number(0), row.blob(1)) }
        hash.copyBytes(from: head)
    }

    deinit {
        copier?.end()
        hash.deallocate()
    }

    /// Adds to all columns of a row of sums; what is added is bound behind the parts of the key.
    private static func sum(_ file: SQLiteFile, _ table: String, _ key: [String]) throws -> SQLiteStatement {
        let columns = BenchCentre.columns.map(\.rawValue)
        func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
        let places = Array(repeating: "?", count: key.count + columns.count)
        return try SQLiteStatement(
            file.handle,
            """
            INSERT INTO \(table) (generation, \(list(key + columns))) VALUES (1, \(list(places)))
            ON CONFLICT (generation, \(list(key)))
            DO UPDATE SET \(list(columns.map { "\($0) = \($0) + excluded.\($0)" }))
            """)
    }

    /// Writes presses in one transaction.
    func commit(_ presses: some Sequence<MadePress>) throws {
        try file.execute("BEGIN IMMEDIATE")
        var counts = MadeCounts()
        for press in presses {
            try write(press)
            counts.add(press)
        }
        try write(counts)
        try file.execute("COMMIT")
        if try copier?.takeRest() ?? false { try file.execute(LogCopier.copy) }
    }

    /// From now on no commit copies the write-ahead log: another connection does, in a thread of its own, as in the
    /// service.
    func copyBeside() { copier = LogCopier(of: file, path: folder.database) }

    /// Gives up durability, for a ledger that is only made.
    func hurry() throws { try file.execute("PRAGMA synchronous = OFF") }

    private func write(_ made: MadePress) throws {
        position += 1
        let texts = self.texts[made.box]
        setHash(of: made, texts)
        press.bind(1, position)
        press.bind(2, texts.device)
        press.bind(3, made.boot)
        press.bind(4, made.sequence)
        press.bind(5, made.tick)
        press.bind(6, inputs[made.choice])
        press.bind(7, channel)
        press.bind(8, made.wall)
        press.bind(9, hostBoot)
        press.bind(10, UnsafeRawBufferPointer(hash))
        try press.run()
        rating.bind(1, position)
        rating.bind(2, made.wall)
        rating.bind(3, texts.counter)
        rating.bind(4, texts.unit)
        rating.bind(5, texts.officer)
        rating.bind(6, columns[made.choice])
        rating.bind(7, made.tick)
        try rating.run()
    }

    private func write(_ counts: MadeCounts) throws {
        for (cell, count) in counts.cells {
            let texts = self.texts[cell.box]
            tally.bind(1, cell.hour / 24)
            tally.bind(2, cell.hour % 24)
            tally.bind(3, texts.unit)
            tally.bind(4, texts.counter)
            tally.bind(5, texts.officer)
            tally.bind(6, columns[cell.choice])
            tally.bind(7, count)
            try tally.run()
        }
        for (hour, counts) in counts.hours {
            hourSum.bind(1, hour.span)
            hourSum.bind(2, hour.weekday)
            hourSum.bind(3, hour.hour)
            bind(counts, behind: 3, to: hourSum)
            try hourSum.run()
        }
        for (officer, counts) in counts.officers {
            officerSum.bind(1, officer.span)
            officerSum.bind(2, texts[officer.box].officer)
            bind(counts, behind: 2, to: officerSum)
            try officerSum.run()
        }
    }

    private func bind(_ counts: SIMD8<Int64>, behind place: Int32, to statement: borrowing SQLiteStatement) {
        for column in columns.indices { statement.bind(place + 1 + Int32(column), counts[column]) }
    }

    /// The link, behind the one that `hash` still holds.
    private func setHash(of made: MadePress, _ texts: Texts) {
        link.clear()
        link.add(blob: UnsafeRawBufferPointer(hash))
        link.add(table)
        link.add(position)
        link.add(texts.device)
        for number in [made.boot, made.sequence, made.tick, 0] { link.add(number) }
        link.add(inputs[made.choice])
        link.addNull()
        link.add(channel)
        link.addNull()
        link.add(made.wall)
        link.add(hostBoot)
        for number in [made.wall, 1, 0, 0, 0, Self.roundTrip] { link.add(number) }
        for _ in 0..<3 { link.addNull() }
        link.hash(into: hash)
    }
}
