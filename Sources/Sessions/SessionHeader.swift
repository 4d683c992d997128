/// What stands above a session: which box, behind which port, when, and why it was recorded.
public struct SessionHeader: Hashable, Sendable {
    /// What a header may tell. The raw value is the name in the file.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// Path of the port. Every header has it.
        case port
        /// When the recording began, with its offset from UTC. Every header has it.
        case date
        /// UID of the box, where it was known.
        case uid
        /// Model of the box.
        case model
        /// Firmware of the box.
        case firmware
        /// The adapter between box and host, as far as the system knows it.
        case adapter
        /// What a person wanted to say about it.
        case note
    }

    /// The first line of every session of this format.
    public static let title = "hailong session 1"
    /// Characters of a value; more are cut off when a header is written.
    static let longestValue = 200

    /// What is known.
    public private(set) var values: [Field: String]

    /// A header that tells this; what is empty is not told.
    public init(_ values: [Field: String]) { self.values = values.filter { !$0.value.isEmpty } }

    /// The header's lines, with the empty one that ends it.
    public var lines: [String] {
        let told = Field.allCases.compactMap { field in
            values[field].map { "\(field.rawValue): \(Self.onOneLine($0))" }
        }
        return [Self.title] + told + [""]
    }

    /// Takes a line between the title and the empty one; returns what is wrong with it.
    mutating func take(_ line: String) -> String? {
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return "is no 'name: value', and no empty line ended the header" }
        guard let field = Field(rawValue: parts[0]) else {
            return "there is no '\(parts[0])', only \(Field.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        guard parts[1].count <= Self.longestValue else { return "'\(field)' is longer than \(Self.longestValue)" }
        guard values.updateValue(parts[1], forKey: field) == nil else { return "'\(field)' stands here twice" }
        return nil
    }

    /// What every header has and this one lacks.
    var missing: Field? { [.port, .date].first { values[$0] == nil } }

    /// What a box says of itself, or a person types, must not make lines of its own.
    private static func onOneLine(_ text: String) -> String {
        let line = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
        return String(line.prefix(longestValue))
    }
}
