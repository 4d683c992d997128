import GRDB
import Ratings

extension Store {
    /// Notes that two live boxes give one identity (from the next press on none of either counts until a technician
    /// decides), or that they no longer do.
    /// - Throws: `DatabaseError`.
    public func noteDuplicate(of device: String, isLive: Bool, at instant: Instant) async throws {
        try await write { writer in
            let position = try ChainHead(writer.db).next()
            let open = writer.directory.duplicates[device]?.last { $0.to == nil }
            guard isLive == (open == nil) else { return }
            var record = open ?? DuplicateIdentity(box: device, from: position)
            if !isLive { record.to = position }
            try writer.append(
                Change(
                    at: instant, who: "hailong", action: "duplicate identity",
                    why: isLive ? "two live boxes give this identity" : "only one of them is left",
                    records: [StoredRecord(record)]))
        }
    }

    /// What kind of failure an error of the store is.
    public static func cause(of error: any Error) -> StoreTrouble.Cause {
        if case .damaged = error as? StoreError { return .damaged }
        if error is DecodingError { return .damaged }
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL: return .full
        case .SQLITE_READONLY: return .readOnly
        case .SQLITE_IOERR: return .medium
        // What HaiLong writes fits into sound tables: where it does not, something there is damaged.
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: return .damaged
        default: return .other
        }
    }

    /// Whether the store takes nothing more until it is opened anew.
    public static func endsService(_ error: any Error) -> Bool {
        if case .walRemoved = error as? StoreError { true } else { false }
    }
}
