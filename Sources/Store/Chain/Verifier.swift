import Foundation
import GRDB
import Ratings

/// What `verify` found.
public struct Verification: Hashable, Sendable {
    /// What is wrong with the chain.
    public enum Finding: Hashable, Sendable {
        /// The row at this position says something else than when it was written.
        case altered(position: Int64, table: String)
        /// There is no row at this position, but there are later ones.
        case missing(position: Int64)
        /// The row at this position was not written by HaiLong: nothing is built on it.
        case inserted(position: Int64, table: String)
        /// The last row does not fit, so it was altered or added.
        case alteredOrInserted(position: Int64, table: String)
        /// The chain ends before a row that an anchor has seen.
        case cutTail(last: Int64, anchor: Anchor)
        /// The chain fits in itself but not with an anchor: it was written anew.
        case rewritten(anchor: Anchor)
        /// An anchor is of another ledger.
        case otherLedger(anchor: Anchor)
        /// A record of the directory is not what the changes made of it.
        case record(kind: String, key: String)
        /// Something personal is not what came with the press.
        case personal(position: Int64)
        /// A document of a report, `period/edition file`, is not the one that was kept, or is not there.
        case document(name: String, isMissing: Bool)
        /// A document that no report names.
        case strayDocument(hash: String)
        /// So many presses have no rating, or ratings no press.
        case ratings(missing: Int, extra: Int)
        /// So many cells of the tables, or sums of them, are not what the ratings add up to.
        case tallies(cells: Int)
        /// A table, index or trigger, by kind and name, is not as the migrations make it.
        case schema(object: String, SchemaDifference)
    }

    /// How something that is built into a file differs from what HaiLong makes.
    public enum SchemaDifference: String, Hashable, Sendable {
        /// It is not there.
        case missing
        /// It was made by other words.
        case altered
        /// HaiLong does not make it.
        case added
    }

    /// Rows in the chain.
    public var rows: Int64
    /// Hash of the last one.
    public var hash: String
    /// Anchors that were compared.
    public var anchors: Int
    /// The first break of the chain, and whatever stands beside it.
    public var findings: [Finding]
    /// Anchors that do not fit because a copy was put back, and that say no more than the record of it.
    public var explained: [ExplainedAnchors]
    /// Anchors that do not fit and that nothing explains; the findings name some of them.
    var unfit: [Anchor]
}

/// Walks the chain from its origin and compares it with what else says how it was.
struct Verifier {
    /// A row whose link is not what it should be.
    private struct Suspect {
        var position: Int64
        var table: String
        var (stored, computed): ([UInt8], [UInt8])
    }

    let db: Database
    let ledger: UInt64

    /// For pages that were checked.
    /// - Throws: `DatabaseError`; with the code `SQLITE_CORRUPT` where an index leads astray: a press that its key does
    ///   not lead to would be taken twice.
    func verify(anchors: [Anchor]) throws -> Verification {
        var comparison = AnchorComparison(anchors, ledger: ledger)
        var findings: [Verification.Finding] = []
        var folded: [String: StoredRecord] = [:]
        var (previous, position) = (Array(ChainHash.origin), Int64(0))
        var chainFinding: Verification.Finding?
        var suspect: Suspect?
        var indexes = PressIndexes()
        try forEachLink { link, next, change in
            if link.table == "press" { indexes.note(link.rows) }
            if let change { comparison.note(change) }
            for record in change?.change.records ?? [] {
                folded["\(record.kind.rawValue) \(record.key)"] = record.body == nil ? nil : record
            }
            let stored = link.stored
            defer { (previous, position) = (stored, next) }
            guard chainFinding == nil else { return }
            if let bad = suspect {
                // Built on what stands there, or on what the row itself says: then only its hash was altered.
                let isBuiltOn =
                    next == bad.position &+ 1
                    && (link.link(after: bad.stored) == stored || link.link(after: bad.computed) == stored)
                chainFinding =
                    isBuiltOn
                    ? .altered(position: bad.position, table: bad.table)
                    : .inserted(position: bad.position, table: bad.table)
                return
            }
            if next == position {
                chainFinding = .inserted(position: next, table: link.table)
            } else if next != position &+ 1 {
                chainFinding = .missing(position: position &+ 1)
            } else {
                let computed = link.link(after: previous)
                if computed != stored {
                    suspect = Suspect(position: next, table: link.table, stored: stored, computed: computed)
                }
            }
            comparison.compare(next, stored, isComparable: suspect == nil)
        }
        try indexes.compare(db)
        if chainFinding == nil, let bad = suspect {
            chainFinding = .alteredOrInserted(position: bad.position, table: bad.table)
        }
        if let chainFinding { findings.append(chainFinding) }
        let (unfit, explained) = comparison.result(last: position)
        findings += comparison.findings(unfit, last: position)
        findings += try recordFindings(folded) + personalFindings() + SchemaCheck.findings(db)
        // One that no longer decodes has its finding already.
        let editions = folded.values.filter { $0.kind == .edition }
            .compactMap { try? $0.decoded(as: ReportEdition.self) }
        findings += try DocumentRow.findings(db, named: editions.sorted { $0.key < $1.key })
        return Verification(
            rows: position, hash: Data(previous).hexadecimal, anchors: comparison.count, findings: findings,
            explained: explained, unfit: unfit)
    }

    /// Calls `body` for each row of both tables in order of position, with the change that a row holds.
    private func forEachLink(_ body: (inout LinkReader, Int64, ChangeRow?) throws -> Void) throws {
        var press = try LinkReader(db, table: "press", columns: PressRow.columns)
        var change = try LinkReader(db, table: "change", columns: ChangeRow.columns)
        while true {
            if let position = press.position, position <= change.position ?? .max {
                try body(&press, position, nil)
                try press.advance()
            } else if let position = change.position {
                try body(&change, position, try decodedChange(at: position))
                try change.advance()
            } else {
                return
            }
        }
    }

    /// Nil for a change that no longer decodes: it was altered, and its link cannot fit.
    private func decodedChange(at position: Int64) throws -> ChangeRow? {
        let row = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT \(ChangeRow.columns) FROM change WHERE position = ?"),
            arguments: [position])
        return row.flatMap { try? ChangeRow($0) }
    }

    /// Compares the directory's tables with what the changes made of them.
    private func recordFindings(_ folded: [String: StoredRecord]) throws -> [Verification.Finding] {
        var rest = folded
        var findings: [Verification.Finding] = []
        for row in try Row.fetchAll(db, sql: "SELECT kind, key, body FROM record ORDER BY kind, key") {
            // A damaged page may hold anything, and is looked at by others meanwhile.
            let (kind, key) = (try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
            let body = try row.decode(String.self, atIndex: 2)
            if rest.removeValue(forKey: "\(kind) \(key)")?.body != body {
                findings.append(.record(kind: kind, key: key))
            }
        }
        findings += rest.values.map { .record(kind: $0.kind.rawValue, key: $0.key) }
        for row in try Row.fetchAll(db, sql: "SELECT id, counter, opened, shuts, body FROM invitation") {
            let (id, body) = (try row.decode(Int64.self, atIndex: 0), try row.decode(String.self, atIndex: 4))
            let counter = try row.decode(String.self, atIndex: 1)
            let (opened, shuts) = (try row.decode(Int64.self, atIndex: 2), try row.decode(Int64.self, atIndex: 3))
            let expected: Invitation? = try? folded["invitation \(id)"]?.decoded()
            let isSame =
                folded["invitation \(id)"]?.body == body && expected?.counter == counter
                && expected?.opened.milliseconds == opened && expected?.shuts.milliseconds == shuts
            if !isSame { findings.append(.record(kind: "invitation", key: "\(id)")) }
        }
        return findings
    }

    private func personalFindings() throws -> [Verification.Finding] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT personal.*, press.commitment FROM personal LEFT JOIN press USING (position)
                ORDER BY position
                """)
        var findings: [Verification.Finding] = []
        while let row = try rows.next() {
            let personal = try PersonalRow(row)
            let commitment = try row.decode(Data?.self, forColumn: "commitment")
            if personal.commitment != commitment { findings.append(.personal(position: personal.position)) }
        }
        return findings
    }
}
