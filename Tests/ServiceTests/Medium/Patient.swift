import Foundation
import Simulator
import Synchronization
import Testing

/// A witnessed service with one box, whose medium a test makes ill.
struct Patient {
    let centre: Centre
    let witness: Witness
    let boxes: RunningCommand

    /// A centre in `folder`, with a box that has nobody to talk to yet.
    init(in folder: String) async throws {
        centre = try Centre(in: folder)
        witness = try Witness(of: centre)
        boxes = try await centre.simulate("--boxes", "1")
    }

    func serve(_ more: [String: String] = [:], options: String...) async throws -> RunningCommand {
        try await centre.serve(
            ["--port", centre.ports] + options, environment: witness.environment.merging(more) { $1 })
    }

    /// Presses a button, and returns how `service` ends the wait for the receipt: with the receipt, or by telling a
    /// fault first. A receipt that is still to come is waited for with `receipt`.
    func press(_ service: RunningCommand) async throws -> (isTold: Bool, receipt: Task<Bool, Never>) {
        let told = Self.tellings(service)
        let isReceipted = Flag()
        try boxes.type("press 1 1")
        try boxes.type("wait")
        let receipt = Task { [boxes] in
            defer { isReceipted.set() }
            return await boxes.waitForLine("receipted")
        }
        while !isReceipted.isSet {
            if Self.tellings(service) > told { return (true, receipt) }
            try await Task.sleep(for: .milliseconds(2))
        }
        return (false, receipt)
    }

    /// How often the service said that it cannot write.
    private static func tellings(_ service: RunningCommand) -> Int {
        service.errorText.split(separator: "\n").count { $0.contains("store cannot write") }
    }

    /// Stops all, and checks that the ledger is whole and holds so many presses, each once.
    func expect(_ presses: Int, _ service: RunningCommand) async throws {
        for process in [service, boxes] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0, "\(process.errorText)")
        }
        let checked = try await centre.hailong("verify")
        #expect(checked.status == 0, "\(checked.text)\(checked.errors)")
        var stored: [LoggedPress] = []
        try centre.store().forEachPress { stored.append(LoggedPress($0.press)) }
        #expect(stored.count == presses)
        #expect(Set(stored) == (try PressLog.read(centre.log).required))
    }
}

/// Set once, from any task.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}
