/// A rectangle of cells; rows and columns count from 1, as at the sheet's edges.
public struct CellRange: Hashable, Sendable {
    /// The rows.
    public var rows: ClosedRange<Int>
    /// The columns, A being 1.
    public var columns: ClosedRange<Int>

    /// A rectangle.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        (self.rows, self.columns) = (rows, columns)
    }

    /// Reads `B7:B9` or `B7`.
    init?(_ text: String) {
        let corners = text.split(separator: ":").map { CellReference(String($0)) }
        guard let first = corners.first, let last = corners.last, let first, let last, corners.count <= 2,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}

extension CellRange: CustomStringConvertible {
    /// `B7:B9`.
    public var description: String {
        CellReference(row: rows.lowerBound, column: columns.lowerBound).description + ":"
            + CellReference(row: rows.upperBound, column: columns.upperBound).description
    }
}

/// The place of one cell; row and column count from 1.
public struct CellReference: Hashable, Sendable {
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    /// The row.
    public var row: Int
    /// The column, A being 1.
    public var column: Int

    /// A place.
    public init(row: Int, column: Int) {
        (self.row, self.column) = (row, column)
    }

    /// Reads `B7`.
    init?(_ text: String) {
        var (row, column, isInRow) = (0, 0, false)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                guard !isInRow else { return nil }
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isInRow = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard row <= Self.mostRows, column <= Self.mostColumns else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column)
    }
}

extension CellReference: CustomStringConvertible {
    /// `B7`.
    public var description: String {
        var (letters, rest) = ("", column)
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        return letters + String(row)
    }
}
