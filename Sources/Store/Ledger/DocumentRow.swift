import Foundation
import GRDB
import Ratings

/// Documents that were kept, beside the chain. Records in it name them by the hash of their bytes, so a changed byte is
/// found; the same bytes are kept once.
enum DocumentRow {
    static func insert(_ db: Database, _ bytes: Data) throws {
        try db.execute(
            sql: "INSERT INTO document (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
            arguments: [hash(of: bytes), bytes])
    }

    static func hash(of bytes: Data) -> Data { Blake2b.hash([UInt8](bytes)) }

    /// What is wrong with the documents that stand there, and with those that `editions` name.
    static func findings(_ db: Database, named editions: [ReportEdition]) throws -> [Verification.Finding] {
        var names: [String: String] = [:]
        for edition in editions {
            for file in edition.files where names[file.hash] == nil { names[file.hash] = "\(edition.key) \(file.name)" }
        }
        var findings: [Verification.Finding] = []
        // A database of a version without documents is checked, too.
        if try db.tableExists("document") {
            let rows = try Row.fetchCursor(db, sql: "SELECT hash, bytes FROM document ORDER BY id")
            while let row = try rows.next() {
                let (hash, bytes) = (try row.decode(Data.self, atIndex: 0), try row.decode(Data.self, atIndex: 1))
                if let name = names.removeValue(forKey: hash.hexadecimal) {
                    if Self.hash(of: bytes) != hash { findings.append(.document(name: name, isMissing: false)) }
                } else {
                    findings.append(.strayDocument(hash: hash.hexadecimal))
                }
            }
        }
        return findings + names.values.sorted().map { .document(name: $0, isMissing: true) }
    }
}
