import Foundation
import Logging
import Ratings
import ServiceLifecycle
import Store
import Synchronization
import TestSupport

@testable import Intake

/// Runs `body` while `door` serves, then stops it as the service is stopped.
func withDoor(_ door: Intake, _ body: () async throws -> Void) async throws {
    let group = ServiceGroup(services: [door], logger: .quiet)
    async let running: Void = group.run()
    do {
        try await body()
    } catch {
        await group.triggerGracefulShutdown()
        try await running
        throw error
    }
    await group.triggerGracefulShutdown()
    try await running
}

extension FakeStore {
    /// As `waitUntil`; where the condition never holds, a held commit is let go, so that nobody waits for it for ever.
    nonisolated func until(_ condition: () async throws -> Bool) async throws {
        do {
            try await waitUntil(condition)
        } catch {
            await release()
            throw error
        }
    }
}

extension Press {
    /// A press of box `b1`; its receipt from `FakeStore` bears its sequence.
    static func sample(_ sequence: UInt32, box: String = "b1") -> Press {
        let wall = Instant(milliseconds: 1_592_186_400_000 + Int64(sequence) * 10_000)
        return Press(
            key: PressKey(device: box, boot: 1, sequence: sequence), tick: UInt64(sequence) * 10_000, input: "1",
            arrival: Arrival(
                clock: ClockReading(wall: wall, hostBoot: "host", bootTime: .zero, isSynchronized: true), age: .zero))
    }
}

extension Intake {
    func submit(_ sequences: UInt32...) async throws -> [Receipt] {
        try await submit(sequences.map { .press(.sample($0)) })
    }
}

extension Logger {
    static var quiet: Logger { Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() } }
}
