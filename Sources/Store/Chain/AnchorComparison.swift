import Foundation
import Ratings

/// Anchors of a ledger that a restored copy left behind, as the record of that restoration names them.
public struct ExplainedAnchors: Hashable, Sendable {
    /// The position of the restoration in the chain.
    public var position: Int64
    /// When it was done.
    public var at: Instant
    /// By whom.
    public var who: String
    /// The reason given.
    public var why: String
    /// What it says of the ledger that was left behind.
    public var restoration: Restoration
    /// The anchors, oldest first.
    public var anchors: [Anchor]
}

/// Compares anchors with the links of a chain as they go by, and with what restorations say was left behind.
struct AnchorComparison {
    /// Anchors of this ledger.
    let count: Int
    private let ledger: UInt64
    private var waiting: ArraySlice<Anchor>
    private let strangers: [Anchor]
    private var mismatched: [Anchor] = []
    private var restorations: [ExplainedAnchors] = []

    init(_ anchors: [Anchor], ledger: UInt64) {
        self.ledger = ledger
        strangers = anchors.filter { $0.ledger != ledger }.sorted { $0.at < $1.at }
        waiting = anchors.filter { $0.ledger == ledger }.sorted { $0.position < $1.position }[...]
        count = waiting.count
    }

    /// Notes the restorations that a change records.
    mutating func note(_ row: ChangeRow) {
        for record in row.change.records where record.kind == .restoration && record.body != nil {
            guard let restoration = try? record.decoded(as: Restoration.self) else { continue }
            restorations.append(
                ExplainedAnchors(
                    position: row.position, at: row.change.at, who: row.change.who, why: row.change.why,
                    restoration: restoration, anchors: []))
        }
    }

    /// Compares the anchors of this position.
    mutating func compare(_ position: Int64, _ hash: [UInt8], isComparable: Bool) {
        while let anchor = waiting.first, anchor.position <= position {
            waiting.removeFirst()
            if anchor.position == position, isComparable, anchor.hash != Data(hash).hexadecimal {
                mismatched.append(anchor)
            }
        }
    }

    /// The anchors that do not fit a chain which ends at `last`: those that nothing explains, and those that a
    /// restoration does.
    func result(last: Int64) -> (unfit: [Anchor], explained: [ExplainedAnchors]) {
        var unfit: [Anchor] = []
        var explained = restorations
        for anchor in strangers + mismatched + waiting.filter({ $0.position > last }) {
            if let index = explained.firstIndex(where: { explains($0, anchor) }) {
                explained[index].anchors.append(anchor)
            } else {
                unfit.append(anchor)
            }
        }
        return (unfit, explained.filter { !$0.anchors.isEmpty })
    }

    /// What anchors that nothing explains say of a chain which ends at `last`.
    func findings(_ unfit: [Anchor], last: Int64) -> [Verification.Finding] {
        let own = unfit.filter { $0.ledger == ledger }
        let cut = own.first { $0.position > last }
        return unfit.filter { $0.ledger != ledger }.map { .otherLedger(anchor: $0) }
            + own.filter { $0.position <= last }.map { .rewritten(anchor: $0) }
            + (cut.map { [.cutTail(last: last, anchor: $0)] } ?? [])
    }

    private func explains(_ restored: ExplainedAnchors, _ anchor: Anchor) -> Bool {
        restored.restoration.anchored.contains(anchor.head)
    }
}

extension Anchor {
    /// The ledger and the length that it anchors.
    var head: Restoration.Head { Restoration.Head(ledger: ledger, position: position, hash: hash) }
}

extension ExplainedAnchors: CustomStringConvertible {
    /// Which anchors do not fit, and why that is no finding.
    public var description: String {
        let rows = anchors.map(\.position)
        let left =
            restoration.left.map {
                "it had \($0.position) rows, head \($0.hash)"
                    + (restoration.leftFindings > 0 ? ", and \(restoration.leftFindings) findings of its own" : "")
            } ?? "it could not be read"
        return
            "\(anchors.count) anchors (rows \(rows.min() ?? 0) to \(rows.max() ?? 0)) are of the ledger that was left "
            + "behind by the restore recorded at position \(position), \(MomentText.utc(at)), by \(who): \(why); \(left)"
    }
}
