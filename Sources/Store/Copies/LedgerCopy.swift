import Foundation
import GRDB
import Ratings

/// What a database file holds, once all of it was read and checked.
public struct LedgerCopy: Hashable, Sendable {
    /// Its path.
    public let path: String
    /// Its size in bytes.
    public let bytes: Int64
    /// The ledger's id.
    public let ledger: UInt64
    /// Presses in it.
    public let presses: Int
    /// When the last of them was received.
    public let lastPress: Instant?
    /// The centre's zone.
    public let zone: Zone
    /// What its chain says, compared with the anchors given.
    public let verification: Verification

    /// Reads and checks the file at `path`: its pages, its chain, and what it holds beside that. Findings of the chain
    /// are told in `verification`.
    /// - Throws: `CopyError.unsound` where it is no ledger or a damaged one, `StoreError.newerSchema`,
    ///   `CancellationError`, `DatabaseError` where it cannot be read just now.
    public init(checking path: String, against anchors: [Anchor] = []) async throws {
        guard DurableFile.isRegular(path) else { throw CopyError.noFile(path: path) }
        self.path = path
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(2)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            (ledger, presses, lastPress, zone, verification) = try await queue.read { db in
                try Self.check(db, path, anchors)
            }
            try queue.close()
            bytes = Int64(try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64 ?? 0)
        } catch let error as DecodingError {
            throw CopyError.unsound(path: path, reason: "a record of the directory is unreadable: \(error)")
        } catch let error as RowDecodingError {
            throw CopyError.unsound(path: path, reason: error.description)
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
                throw CopyError.unsound(path: path, reason: error.message ?? "\(error)")
            default: throw error
            }
        }
    }

    private static func check(
        _ db: Database, _ path: String, _ anchors: [Anchor]
    ) throws -> (UInt64, Int, Instant?, Zone, Verification) {
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(path: path) }
        try PageCheck.run(db)
        guard let id = try Int64.fetchOne(db, sql: "SELECT ledger FROM meta") else {
            throw CopyError.unsound(path: path, reason: "its row 'meta' is missing")
        }
        let ledger = UInt64(bitPattern: id)
        let presses = try Int.fetchOne(db, sql: "SELECT count(*) FROM press") ?? 0
        let last = try Int64.fetchOne(db, sql: "SELECT wall FROM press ORDER BY position DESC LIMIT 1")
        var verification = try Verifier(db: db, ledger: ledger).verify(anchors: anchors)
        var check = try ProjectionCheck(db)
        verification.findings += try check.findings()
        return (
            ledger, presses, last.map(Instant.init(milliseconds:)), try Store.loadDirectory(db).settings.zone,
            verification
        )
    }

    /// The head of its chain.
    public var head: Restoration.Head {
        Restoration.Head(ledger: ledger, position: verification.rows, hash: verification.hash)
    }

    /// The first thing that makes it no true copy; tables can be computed again, anchors are about its age, and a file
    /// that somebody built otherwise still has every row.
    var flaw: Verification.Finding? {
        verification.findings.first { finding in
            switch finding {
            case .altered, .missing, .inserted, .alteredOrInserted, .record, .personal, .document, .strayDocument: true
            case .ratings, .tallies, .schema, .cutTail, .rewritten, .otherLedger: false
            }
        }
    }
}
