import CSodium
import Foundation
import GRDBSQLite

/// The bound: the C API filling the same tables and indexes, hash included, with nothing decided and nothing looked up.
final class RawLedger {
    private var database: OpaquePointer?
    private var press: OpaquePointer?
    private var rating: OpaquePointer?
    private var tally: OpaquePointer?
    private var position: Int64 = 1_000_000

    init(path: String) throws {
        try check(sqlite3_open(path, &database))
        try run("PRAGMA synchronous = FULL")
        press = try prepare(
            """
            INSERT INTO press VALUES (?1, ?2, 1, ?3, ?4, 0, '2', NULL, 'box', NULL, ?4, 'bench', ?4, 1, 0, 0, 0, 5, NULL,
            NULL, NULL, ?5)
            """)
        rating = try prepare(
            """
            INSERT INTO rating VALUES (1, ?1, ?2, 6, ?3, ?3, NULL, ?3, 'choice', 'satisfied_attitude', 'counted',
            'open mode', NULL, 0, ?2)
            """)
        tally = try prepare(
            """
            INSERT INTO tally VALUES (1, ?1, ?2, ?3, ?3, ?3, '', 'choice', 'satisfied_attitude', 1)
            ON CONFLICT DO UPDATE SET count = count + 1
            """)
    }

    deinit {
        for statement in [press, rating, tally] { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    /// Writes `count` rows of each table in one transaction.
    func commit(_ count: Int) throws {
        try run("BEGIN IMMEDIATE")
        for _ in 0..<count { try writeOne() }
        try run("COMMIT")
    }

    private func writeOne() throws {
        position += 1
        let device = "raw\(position % 20)"
        var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: position), count: 220)
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&hash, 32, &bytes, 220, nil, 0)
        let moment = position * 4000
        sqlite3_bind_int64(press, 1, position)
        bind(device, to: press, 2)
        sqlite3_bind_int64(press, 3, position)
        sqlite3_bind_int64(press, 4, moment)
        sqlite3_bind_blob(press, 5, hash, 32, Self.transient)
        try step(press)
        sqlite3_bind_int64(rating, 1, position)
        sqlite3_bind_int64(rating, 2, moment)
        bind(device, to: rating, 3)
        try step(rating)
        sqlite3_bind_int64(tally, 1, moment / 86_400_000)
        sqlite3_bind_int64(tally, 2, moment / 3_600_000 % 24)
        bind(device, to: tally, 3)
        try step(tally)
    }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func bind(_ text: String, to statement: OpaquePointer?, _ index: Int32) {
        sqlite3_bind_text(statement, index, text, -1, Self.transient)
    }

    private func step(_ statement: OpaquePointer?) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw failure() }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(database, sql, -1, &statement, nil))
        return statement
    }

    private func run(_ sql: String) throws { try check(sqlite3_exec(database, sql, nil, nil, nil)) }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure() }
    }

    private func failure() -> any Error {
        NSError(domain: String(cString: sqlite3_errmsg(database)), code: Int(sqlite3_errcode(database)))
    }
}
