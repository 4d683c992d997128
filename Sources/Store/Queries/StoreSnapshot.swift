import GRDB
import Ratings

/// What the store holds at one moment: whatever is read of it belongs together.
public struct StoreSnapshot {
    let db: Database
    private let store: Store

    fileprivate init(_ db: Database, of store: Store) {
        self.db = db
        self.store = store
    }

    /// The directory of that moment.
    /// - Throws: `DatabaseError`, `DecodingError`.
    var directory: Directory {
        get throws { try store.directory(in: db) }
    }
}

extension Store {
    /// Hands out one moment of the store for as long as `body` runs, in which nothing else of it may be read.
    /// - Throws: `DatabaseError`, or what `body` throws.
    public func snapshot<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        try pool.read { try body(StoreSnapshot($0, of: self)) }
    }
}
