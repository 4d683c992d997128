import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Statements bound by hand") struct HotStatementTests {
    private let database: DatabaseQueue

    init() throws {
        database = try DatabaseQueue()
        try database.write { db in
            try db.execute(sql: "CREATE TABLE thing (id INTEGER PRIMARY KEY, text ANY, bytes ANY) STRICT")
        }
    }

    @Test("what is bound is what GRDB reads: empty, absent, Vietnamese, long")
    func values() throws {
        let texts: [String?] = ["", nil, "Đánh giá: rất hài lòng", String(repeating: "ờ", count: 5000)]
        let blobs: [Data?] = [Data(), nil, Data([0, 1, 255]), Data(repeating: 7, count: 70_000)]
        try database.write { db in
            let insertion = try HotStatement(db, sql: "INSERT INTO thing VALUES (?, ?, ?)")
            var id = Int64.min
            for text in texts {
                for bytes in blobs {
                    try insertion.run { values in
                        values.add(id)
                        values.add(text)
                        values.add(bytes)
                    }
                    let row = try #require(
                        try Row.fetchOne(db, sql: "SELECT * FROM thing WHERE id = ?", arguments: [id]))
                    #expect(row["text"] == text.databaseValue && row["bytes"] == bytes.databaseValue)
                    #expect(row["id"] == id)
                    id += 1
                }
            }
        }
    }

    @Test("a refused row is told as GRDB tells it, and the statement can be used again") func failure() throws {
        try database.write { db in
            let insertion = try HotStatement(db, sql: "INSERT INTO thing (id) VALUES (?)")
            try insertion.run { $0.add(1) }
            let error = #expect(throws: DatabaseError.self) { try insertion.run { $0.add(1) } }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT && error?.sql == "INSERT INTO thing (id) VALUES (?)")
            #expect(error?.message?.contains("thing.id") == true)
            try insertion.run { $0.add(2) }
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM thing") == 2)
        }
    }

    @Test("more values than parameters are refused, not dropped") func tooMany() throws {
        try database.write { db in
            let insertion = try HotStatement(db, sql: "INSERT INTO thing (id) VALUES (?)")
            #expect(throws: DatabaseError.self) {
                try insertion.run { values in
                    values.add(1)
                    values.add("beyond")
                }
            }
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM thing") == 0)
        }
    }

    @Test("the first row is read, its absent columns too; no row is nil") func reading() throws {
        try database.write { db in
            try db.execute(sql: "INSERT INTO thing VALUES (5, NULL, NULL), (6, NULL, NULL)")
            let query = try HotStatement(db, sql: "SELECT id, text FROM thing WHERE id >= ? ORDER BY id")
            for (from, found) in [(1, 5), (6, 6), (7, nil)] as [(Int64, Int64?)] {
                let row = try query.first({ $0.add(from) }, read: { ($0.number(0), $0.number(1)) })
                #expect(row?.0 == found && row?.1 == nil)
            }
        }
    }
}
