import ArgumentParser
import Control
import Foundation
import Intake
import Office
import Store

/// How a command gets something done: through the running service, or alone under its lock.
struct OfficeGate {
    let folder: DataDirectory
    /// Folder of hailong.yaml, unless it is the usual one.
    let config: String?

    /// Does it, or with `isPreview` only says what would come of it.
    func perform(_ request: OfficeRequest, who: String, isPreview: Bool) async throws -> OfficeReply {
        let message = ControlRequest.office(request, who: who, isPreview: isPreview)
        switch try await ControlClient.ask(message, at: folder.socket) {
        case .office(let reply): return reply
        case .some: throw CommandFailure.cannotRun("the service gave an answer to another question.")
        case nil: break
        }
        let lock = try WriterLock(folder)
        defer { _ = lock }
        let store = try Store(writing: folder)
        let reply = try await Office(store: store, documents: ReportDocuments(config: config)).perform(
            request, who: who, at: SystemClock().read().wall, isPreview: isPreview)
        try store.close()
        return reply
    }
}
