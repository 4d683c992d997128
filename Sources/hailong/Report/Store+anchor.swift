import Intake
import Ratings
import Reports
import Store

extension Store {
    /// Anchors the ledger that a report was made from, by default its present head, and says so where that fails: it is no
    /// reason to have no report.
    func anchorReport(of ledger: LedgerPosition? = nil, at now: Instant) -> TableNotes.Anchor? {
        do {
            let anchor = try writeAnchor(at: now, reason: "report", of: ledger)
            return TableNotes.Anchor(
                ledger: ledger ?? LedgerPosition(rows: anchor.position, hash: anchor.hash), at: anchor.at)
        } catch {
            Output.error("warning: the report's anchor was not written: \(error)")
            return ledger.map { TableNotes.Anchor(ledger: $0, at: now) }
        }
    }
}
