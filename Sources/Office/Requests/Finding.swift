/// One thing that is wrong with a file or a command: where, what, why, and what to do.
public struct Finding: Error, Hashable, Codable, Sendable {
    /// The file, where there is one.
    public var file: String?
    /// Line in the file (row of the table for HTML), from 1.
    public var line: Int?
    /// Heading of the column, or name of the argument.
    public var field: String?
    /// The value that is wrong.
    public var value: String?
    /// What is wrong with it.
    public var why: String
    /// What to do next.
    public var remedy: String

    /// A finding.
    public init(
        file: String? = nil, line: Int? = nil, field: String? = nil, value: String? = nil, why: String, remedy: String
    ) {
        self.file = file
        self.line = line
        self.field = field
        self.value = value
        self.why = why
        self.remedy = remedy
    }
}

extension Finding: CustomStringConvertible {
    /// `units.csv:5: since '31/02/2020': no such day. Write …`
    public var description: String {
        var place = file.map { file in line.map { "\(file):\($0): " } ?? "\(file): " } ?? ""
        if let field { place += field + (value == nil ? ": " : " ") }
        if let value { place += "'\(value.prefix(80))': " }
        return "\(place)\(why). \(remedy)"
    }
}
