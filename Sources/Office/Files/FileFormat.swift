import Ratings

/// How the rows of one kind of file become records, and how they are written again.
protocol FileFormat {
    /// The columns, in the order in which they are written.
    static var fields: [FileField] { get }
    /// Reads all rows; what is wrong is left in the reader.
    static func read(_ reader: inout SheetReader)
    /// All rows of an export, without the headings.
    static func write(_ directory: Directory) -> [[String]]
}

/// Where a record of an import stands.
struct Origin: Hashable {
    var file: String
    var line: Int
}
