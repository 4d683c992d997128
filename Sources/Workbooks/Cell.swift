/// What one cell says.
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// A number in plain notation with a point, e.g. `4052` or `0.5`.
    case number(String)
    /// A number that is shown as a day, a time of day or both: `2020-06-15`, `07:30` or `2020-06-15 07:30`, with
    /// seconds where there are any.
    case date(String)
    case boolean(Bool)
    /// Something that has no value to be read.
    case fault(CellFault)
}

/// Why a cell has no value.
public enum CellFault: Hashable, Sendable {
    /// An error of the spreadsheet, e.g. `#REF!`.
    case error(String)
    /// A formula that was never computed.
    case formulaWithoutResult
    /// A whole number of more digits than a spreadsheet keeps.
    case tooManyDigits(String)
    /// A number, day or reference that is none.
    case unreadable(String)
}
