/// Who knows whose badge or PIN it is.
public protocol OfficerDesk: Sendable {
    /// The name to show for a badge or PIN read on a box; nil for nobody's. The secret goes into no log and no ledger.
    func name(secret: String, isPIN: Bool, device: String) async -> String?
}
