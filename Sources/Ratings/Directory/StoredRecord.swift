import Foundation

/// A record in the form in which the store and the chain keep it: kind, key and JSON.
public struct StoredRecord: Codable, Hashable, Sendable {
    /// The record's kind.
    public var kind: RecordKind
    /// Its key within the kind.
    public var key: String
    /// Its JSON with sorted keys; nil where the record was withdrawn.
    public var body: String?

    /// A record as stored.
    public init(kind: RecordKind, key: String, body: String?) {
        self.kind = kind
        self.key = key
        self.body = body
    }

    /// `record` in stored form.
    /// - Throws: `EncodingError`, which a plain value never raises.
    public init(_ record: some DirectoryRecord) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(
            kind: type(of: record).kind, key: record.key,
            body: String(decoding: try encoder.encode(record), as: UTF8.self))
    }

    /// The withdrawal of `record`.
    public init(withdrawing record: some DirectoryRecord) {
        self.init(kind: type(of: record).kind, key: record.key, body: nil)
    }

    /// The record as a value.
    /// - Throws: `DecodingError` where the body is no `Record`.
    public func decoded<Record: DirectoryRecord>(as type: Record.Type = Record.self) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data((body ?? "null").utf8))
    }
}
