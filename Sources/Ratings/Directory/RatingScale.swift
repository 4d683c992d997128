/// What the inputs of a box mean: its choices, and the column that each counts in. Dated, since wordings
/// and column maps change with the law.
public struct RatingScale: DirectoryRecord {
    /// Its kind in the store.
    public static let kind = RecordKind.scale

    /// One answer a citizen can give.
    public struct Choice: Codable, Hashable, Sendable {
        /// What the device sends for it.
        public var input: String
        /// Code of the choice.
        public var code: String
        /// The column it counts in.
        public var column: Column
        /// Shown to citizens.
        public var vietnamese: String
        /// Second language of the screens.
        public var english: String

        /// A choice.
        public init(input: String, code: String, column: Column, vietnamese: String, english: String) {
            self.input = input
            self.code = code
            self.column = column
            self.vietnamese = vietnamese
            self.english = english
        }
    }

    /// Short code, never reused.
    public var code: String
    /// From when this version holds; a newer version of the code ends it.
    public var since: Instant
    /// The choices in the order in which they are shown.
    public var choices: [Choice]

    /// A dated version of a scale.
    public init(code: String, since: Instant, choices: [Choice]) {
        self.code = code
        self.since = since
        self.choices = choices
    }

    /// Unique within its kind.
    public var key: String { "\(code)@\(since.milliseconds)" }

    /// The choice that `input` stands for.
    public func choice(for input: String) -> Choice? { choices.first { $0.input == input } }
}

extension RatingScale: VersionedRecord {}
