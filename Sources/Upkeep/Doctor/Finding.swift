import Ratings

/// One thing that `Doctor` has to say: a value without words.
public struct Finding: Hashable, Sendable {
    /// What was found.
    public var kind: Kind
    /// About what.
    public var subject: Subject
    /// What the words have places for.
    public var parameters: [String: Value]

    init(_ kind: Kind, about subject: Subject = Subject(), _ parameters: [String: Value] = [:]) {
        self.kind = kind
        self.subject = subject
        self.parameters = parameters
    }

    /// How bad it is.
    public enum Severity: String, Codable, Sendable {
        /// Presses do not come in, or may be lost.
        case error
        /// It will become an error, or hides one.
        case warning
        /// Nothing is wrong; somebody may want to know.
        case note
        /// Something could not be looked at.
        case unseen
    }

    /// Whether it makes the exit status 1.
    public var isProblem: Bool { kind.severity == .error || kind.severity == .warning }

    /// What a finding is about: as much as is known.
    public struct Subject: Hashable, Sendable {
        /// UID of the box.
        public var box: String?
        /// Label on the box.
        public var label: String?
        /// Names of the counters at which it stands.
        public var counters: [String] = []
        /// Path of the port.
        public var port: String?
        /// The place where the adapter is plugged in.
        public var place: String?
    }

    /// A parameter; each language writes numbers and times in its own way.
    public enum Value: Hashable, Sendable {
        /// Words as they are.
        case text(String)
        /// A number.
        case count(Int)
        /// A size in bytes.
        case bytes(Int64)
        /// A point in time.
        case moment(Instant)
    }
}
