import Workbooks

/// How large a file may be. Far above any real directory, and low enough that none can exhaust the service.
enum FileLimits {
    static let bytes = 10 * 1024 * 1024
    static let rows = 200_000
    static let columns = 200
    static let cellCharacters = 10_000
    /// The heading row is looked for in this many rows.
    static let titleRows = 30
    /// Files of one import.
    static let files = 100

    /// The same for a workbook, and how much it may hold when unpacked.
    static var workbook: WorkbookLimits {
        var limits = WorkbookLimits()
        (limits.rows, limits.columns, limits.cellCharacters) = (rows, columns, cellCharacters)
        return limits
    }
}
