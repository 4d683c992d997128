import Foundation
import TestSupport
import Logging
import Ratings
import ServiceLifecycle
import Simulator

@testable import Devices

/// A service over a folder of ports, with boxes made of software.
struct Bench {
    let door = MemoryDoor()
    let folder: String
    let service: BoxService
    let counts = LinkCounts { Day(number: 0) }
    let book = LogBook()

    /// A service over the folder, or over other ports.
    init(source: (any PortSource)? = nil) throws {
        folder = NSTemporaryDirectory() + "hailong-ports-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        service = BoxService(
            source: source ?? PathPorts([folder]), door: door, clock: FixedClock(), ledger: 7, counts: counts,
            log: book.logger)
    }

    /// Runs `body` with boxes and the running service, and stops both.
    func run(_ configuration: FleetConfiguration? = nil, _ body: (Fleet) async throws -> Void) async throws {
        let fleet = try await Fleet.start(configuration ?? FleetConfiguration(boxes: 1, directory: folder))
        let group = ServiceGroup(services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await group.run() }
        do {
            try await body(fleet)
        } catch {
            await fleet.stop()
            await group.triggerGracefulShutdown()
            try await running.value
            throw error
        }
        await fleet.stop()
        await group.triggerGracefulShutdown()
        try await running.value
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// A clock that always says the same.
struct FixedClock: HostClock {
    static let wall = Instant(milliseconds: 1_600_000_000_000)

    func read() -> ClockReading {
        ClockReading(wall: Self.wall, hostBoot: "test", bootTime: .seconds(100), isSynchronized: true)
    }
}
