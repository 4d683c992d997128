import Ratings

/// Something wrong with one record of a directory.
struct DirectoryFinding: Hashable {
    var kind: RecordKind
    var key: String
    var field: String
    var value: String
    var why: String
    var remedy: String

    init<Record: DirectoryRecord>(_ record: Record, _ field: String, _ value: String, why: String, remedy: String) {
        kind = Record.kind
        key = record.key
        self.field = field
        self.value = value
        self.why = why
        self.remedy = remedy
    }
}
