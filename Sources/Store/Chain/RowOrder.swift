import Foundation
import GRDBSQLite

/// Tells whether rows come in the strictly ascending order of their first columns, as they stand in a sound index.
struct RowOrder {
    private var types: [Int32]
    private var numbers: [Int64]
    private var texts: [[UInt8]]
    private var isFirst = true

    /// For an order by so many columns: whole numbers and texts.
    init(columns count: Int) {
        types = Array(repeating: SQLITE_NULL, count: count)
        numbers = Array(repeating: 0, count: count)
        texts = Array(repeating: [], count: count)
    }

    /// Takes the next row: whether it stands behind the one before.
    mutating func takes(_ row: RowWalk) -> Bool {
        for column in types.indices {
            let difference = compare(row, column)
            guard difference != 0 || isFirst else { continue }
            // What stands before it is the same in both.
            for changed in column..<types.count { keep(row, changed) }
            defer { isFirst = false }
            return difference > 0 || isFirst
        }
        return false
    }

    /// How the column compares with that of the row before: SQLite puts numbers before texts.
    private func compare(_ row: RowWalk, _ column: Int) -> Int {
        let type = row.type(Int32(column))
        guard type == types[column] else { return type > types[column] ? 1 : -1 }
        guard type != SQLITE_INTEGER else {
            let number = row.int(Int32(column))
            return number == numbers[column] ? 0 : number > numbers[column] ? 1 : -1
        }
        let bytes = row.bytes(Int32(column))
        return texts[column].withUnsafeBytes { known in
            let common = min(known.count, bytes.count)
            if let new = bytes.baseAddress, let old = known.baseAddress, common > 0 {
                let difference = memcmp(new, old, common)
                if difference != 0 { return Int(difference) }
            }
            return bytes.count - known.count
        }
    }

    private mutating func keep(_ row: RowWalk, _ column: Int) {
        types[column] = row.type(Int32(column))
        if types[column] == SQLITE_INTEGER {
            numbers[column] = row.int(Int32(column))
        } else {
            texts[column].removeAll(keepingCapacity: true)
            texts[column].append(contentsOf: row.bytes(Int32(column)))
        }
    }
}
