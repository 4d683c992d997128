import Foundation
import GRDB
import Ratings

/// The head of the chain at one time, written where the database cannot reach it.
public struct Anchor: Hashable, Sendable {
    /// When it was taken.
    public var at: Instant
    /// The ledger it belongs to.
    public var ledger: UInt64
    /// Rows in the chain.
    public var position: Int64
    /// Hash of the last of them, in hexadecimal.
    public var hash: String
    /// Why it was taken (`daily`, `report`).
    public var reason: String

    /// The line of `anchors.log`: time, ledger, rows, hash, reason, with blanks between.
    public var line: String {
        "\(MomentText.utc(at)) \(String(ledger, radix: 16)) \(position) \(hash) \(reason)"
    }

    /// Reads a line; nil where it is none.
    public init?(line: some StringProtocol) {
        let parts = line.split(separator: " ")
        guard parts.count == 5, let at = MomentText.parse(String(parts[0]), in: .vietnam),
            let ledger = UInt64(parts[1], radix: 16), let position = Int64(parts[2]), parts[3].count == 64
        else { return nil }
        self.init(at: at, ledger: ledger, position: position, hash: String(parts[3]), reason: String(parts[4]))
    }

    init(at: Instant, ledger: UInt64, position: Int64, hash: String, reason: String) {
        self.at = at
        self.ledger = ledger
        self.position = position
        self.hash = hash
        self.reason = reason
    }
}

extension Store {
    /// The head of the chain as an anchor.
    /// - Throws: `DatabaseError`.
    public func anchor(at instant: Instant, reason: String) throws -> Anchor {
        let head = try pool.read { try ChainHead($0) }
        return Anchor(
            at: instant, ledger: ledger, position: head.position, hash: head.hash.hexadecimal, reason: reason)
    }

    /// Adds the head of the chain, or where something was read, to `anchors.log`, durably. A line of the same head is
    /// not written twice: the anchor is the one that stands there.
    /// - Throws: `DatabaseError`, `StoreError.unusableDirectory`.
    @discardableResult
    public func writeAnchor(at instant: Instant, reason: String, of read: LedgerPosition? = nil) throws -> Anchor {
        let anchor =
            try read.map {
                Anchor(at: instant, ledger: ledger, position: $0.rows, hash: $0.hash, reason: reason)
            } ?? anchor(at: instant, reason: reason)
        if let last = try Self.anchors(in: folder.anchors).last, last.hash == anchor.hash { return last }
        try DurableAppend.line(anchor.line, to: folder.anchors)
        try folder.handOver([folder.anchors])
        return anchor
    }

    /// The anchors in a file; a line that is none is passed over. No file has none.
    /// - Throws: where the file is there but cannot be read.
    public static func anchors(in path: String) throws -> [Anchor] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        // A damaged line is no anchor; the others still are.
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        return text.split(separator: "\n").compactMap { Anchor(line: $0) }
    }
}

extension Data {
    var hexadecimal: String { map { String($0, radix: 16).leftPadded(to: 2) }.joined() }

    /// Reads what `hexadecimal` writes; of anything else, what can be read.
    init(hexadecimal text: String) {
        let digits = Array(text)
        self.init(
            stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
    }
}
