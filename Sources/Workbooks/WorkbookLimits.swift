/// How large a workbook may be.
public struct WorkbookLimits: Hashable, Sendable {
    /// Bytes of all that is read of it, unpacked: a small ZIP file can hold terabytes.
    public var unpackedBytes = 256 * 1024 * 1024
    /// Files in it.
    public var entries = 5000
    /// Sheets.
    public var sheets = 100
    /// Rows with content, of one sheet.
    public var rows = 200_000
    /// Columns of a cell with content.
    public var columns = 200
    /// Characters of one cell.
    public var cellCharacters = 10_000
    /// Merged cells of one sheet.
    public var merged = 10_000

    /// The usual limits.
    public init() {}
}
