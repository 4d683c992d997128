import GRDB

/// Compares an index with the rows that it should lead to: those are handed in as the table is walked, then the index
/// is read from one end to the other. Where its entries ascend and are those of the rows, each row is found by it.
struct IndexCheck {
    /// A sum over keys that hardly any other set of keys has. The hash is seeded anew for every process.
    private struct Keys: Equatable {
        private var count = 0
        private var sum = 0

        mutating func add(_ text: UnsafeRawBufferPointer, _ first: Int64, _ second: Int64, at position: Int64) {
            var hasher = Hasher()
            hasher.combine(bytes: text)
            hasher.combine(first)
            hasher.combine(second)
            hasher.combine(position)
            count += 1
            sum &+= hasher.finalize()
        }
    }

    let name: String
    private let query: String
    private var rows = Keys()

    /// An index of `table` over columns (a text and two numbers; '' and 0 in the place of those that it lacks), for the
    /// rows that fulfil `condition`, which has to be the one of the index.
    init(_ name: String, of table: String, over columns: String, where condition: String) {
        self.name = name
        query = "SELECT \(columns), position FROM \(table) INDEXED BY \(name) WHERE \(condition)"
    }

    /// Takes a row that the index should lead to.
    mutating func expect(_ text: UnsafeRawBufferPointer, _ first: Int64 = 0, _ second: Int64 = 0, at position: Int64) {
        rows.add(text, first, second, at: position)
    }

    /// Takes a row that an index without a text should lead to.
    mutating func expect(_ number: Int64, at position: Int64) {
        rows.add(UnsafeRawBufferPointer(start: nil, count: 0), number, 0, at: position)
    }

    /// Compares what the index holds with the rows that were handed in. One that an older version did not make is not
    /// missed.
    /// - Throws: `DatabaseError` with the code `SQLITE_CORRUPT` where it leads astray.
    func compare(_ db: Database) throws {
        let exists = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?)", arguments: [name])
        guard exists == true else { return }
        var entries = Keys()
        var order = RowOrder(columns: 4)
        do {
            let walk = try RowWalk(db, query)
            while try walk.next() {
                guard order.takes(walk) else { throw PageCheck.damage("entries of \(name) are out of order") }
                entries.add(walk.bytes(0), walk.int(1), walk.int(2), at: walk.int(3))
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            throw PageCheck.damage("\(name) is another index: \(error.message ?? "")")
        }
        guard entries == rows else { throw PageCheck.damage("\(name) does not lead to every row") }
    }
}
