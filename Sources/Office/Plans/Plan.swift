import Ratings

/// What a request would write, before anything is written.
package struct Plan {
    /// Name of what is done, as the audit row keeps it.
    var action: String
    /// The records it leaves; one without a body is withdrawn.
    package private(set) var records: [StoredRecord] = []
    /// What is done, for people.
    var summary: [String] = []
    /// What a person should know beside it.
    var notes: [String] = []
    /// Numbers that change beside those of the ratings, for people.
    var movement: [String] = []
    /// Where records of an import stand, by kind and key.
    var origins: [RecordKind: [String: Origin]] = [:]
    /// The invitation that is opened or closed.
    var invitation: Invitation?

    init(_ action: String) {
        self.action = action
    }

    /// Writes a record, in place of the one with its key.
    mutating func put(_ record: some DirectoryRecord) throws {
        put(stored: try StoredRecord(record))
    }

    /// Takes a record out. It stays in the chain.
    mutating func withdraw(_ record: some DirectoryRecord) {
        put(stored: StoredRecord(withdrawing: record))
    }

    mutating func put(stored record: StoredRecord) {
        records.removeAll { $0.kind == record.kind && $0.key == record.key }
        records.append(record)
    }

    /// Appends records whose keys differ from each other and from those before.
    mutating func append(_ new: [StoredRecord]) { records += new }

    /// The directory as it would be.
    package func applied(to directory: Directory) throws -> Directory {
        var candidate = directory
        for record in records { try candidate.apply(record) }
        return candidate
    }
}
