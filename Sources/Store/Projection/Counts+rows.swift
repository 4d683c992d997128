import Foundation
import Ratings

extension Counts {
    private static let byName = Column.allCases.sorted { $0.rawValue < $1.rawValue }

    /// What is not 0, by the columns' names.
    var counted: [(column: Column, count: Int)] {
        Self.byName.compactMap { self[$0] == 0 ? nil : ($0, self[$0]) }
    }

    /// Adds the columns of a row of sums, which begin with `first`, or takes them away. Wraps: a damaged sum may be any
    /// number.
    mutating func add(_ row: RowWalk, from first: Int32, sign: Int = 1) {
        for (index, column) in zip(first..., Column.allCases) { self[column] &+= sign &* Int(row.int(index)) }
    }
}

extension Column {
    private static let names = Column.allCases.map { (column: $0, bytes: Array($0.rawValue.utf8)) }

    /// The column of this name, without making a text of it.
    init?(bytes: UnsafeRawBufferPointer) {
        for (column, name) in Self.names where name.count == bytes.count {
            if let start = bytes.baseAddress, memcmp(start, name, name.count) == 0 {
                self = column
                return
            }
        }
        return nil
    }
}
