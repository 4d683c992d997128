import Foundation
import Ratings
import Reports
import Store

extension Office {
    /// Takes a step of a report's life, or (with `isPreview`) says what would come of it: documents are made all the same,
    /// so that one that cannot be made is told before.
    func carryOut(
        _ step: IssuePlanner.Step, who: String, why: String, at instant: Instant, isPreview: Bool
    ) async throws -> OfficeReply {
        var reply = OfficeReply()
        reply.summary = [step.summary]
        reply.notes = step.notes
        reply.records = 1
        reply.isApplied = !isPreview
        guard !isPreview else { return reply }
        try await store.keep(
            step.documents,
            with: Change(
                at: instant, who: who, action: step.action, why: why, records: [try StoredRecord(step.edition)]))
        do {
            try store.writeAnchor(at: instant, reason: "report", of: step.read)
        } catch {
            reply.notes.append("chưa ghi được dấu mốc của sổ gốc: \(error)")
        }
        return reply
    }

    /// The step that a request asks for; nil where it asks for something else.
    func step(_ request: OfficeRequest, at instant: Instant) throws -> IssuePlanner.Step? {
        let planner = IssuePlanner(store: store, documents: documents, at: instant)
        return switch request {
        case .submitReport(let month, let paper, let isReplacement, _):
            try planner.submit(CodeRule.clean(month), paper: paper, isReplacement: isReplacement)
        case .publishReport(let month, let number, let date, let signer, let signed, _):
            try planner.publish(CodeRule.clean(month), number: number, date: date, signer: signer, signed: signed)
        case .attachSigned(let month, let edition, let signed, let why):
            try planner.attach(CodeRule.clean(month), edition: edition, signed: signed, why: why)
        case .withdrawReport(let month, _): try planner.withdraw(CodeRule.clean(month))
        default: nil
        }
    }
}
