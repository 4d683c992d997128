import Foundation
import Office
import Ratings

/// A request as JSON, as it comes through the command socket, asked as a preview: whatever it says, nothing changes.
enum RequestTarget {
    private static let office = Task { try await FuzzDesk.office() }

    static func run(_ bytes: [UInt8]) async throws {
        guard let request = try? JSONDecoder().decode(OfficeRequest.self, from: Data(bytes)) else { return }
        let again = try JSONDecoder().decode(OfficeRequest.self, from: JSONEncoder().encode(request))
        try demand(again == request, "\(request) came back as \(again)")
        let office = try await office.value
        let before = try office.store.nextPosition()
        do {
            let reply = try await office.perform(request, who: "fuzz", at: FuzzDesk.now, isPreview: true)
            try demand(!reply.isApplied, "a preview says that it was done")
        } catch let error as OfficeError {
            try demand(!error.findings.isEmpty, "refused without a reason")
        }
        try demand(try office.store.nextPosition() == before, "a preview wrote to the ledger")
    }
}
