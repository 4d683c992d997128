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

    /// Whether an error of the store may pass by itself or be mended: a full disk, a locked or unreachable file, a
    /// damaged one in whose place a backup is put.
    public static func isPassingFailure(_ error: any Error) -> Bool {
        if let error = error as? StoreError {
            switch error {
            case .damaged, .databaseRemoved: return true
            default: return false
            }
        }
        guard let error = error as? DatabaseError else { return false }
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN,
            .SQLITE_NOMEM, .SQLITE_INTERRUPT, .SQLITE_PROTOCOL:
            return true
        default:
            return false
        }
    }

    /// What kind of failure an error of the store is.
    public static func cause(of error: any Error) -> StoreTrouble.Cause {
        if case .damaged = error as? StoreError { return .damaged }
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL: return .full
        case .SQLITE_READONLY: return .readOnly
        case .SQLITE_IOERR: return .medium
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged
        default: return .other
        }
    }

    /// Whether the store takes nothing more until it is opened anew.
    public static func endsService(_ error: any Error) -> Bool {
        if case .walRemoved = error as? StoreError { true } else { false }
    }
}
