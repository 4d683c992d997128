import Foundation
import KioskProtocol
import Testing

@testable import Simulator

/// A fleet, a tiny host on its links, and the log, in a folder of their own.
struct Scene {
    let folder: String
    let fleet: Fleet
    let host: TestHost

    var logPath: String { folder + "/presses.csv" }

    static func folder() -> String {
        NSTemporaryDirectory() + "simulator-" + UUID().uuidString
    }

    /// Runs `body` with a fleet and a host, and clears up after it.
    static func with(
        boxes: Int, seed: UInt64 = 1, change: (inout FleetConfiguration) -> Void = { _ in },
        onPress: @escaping @Sendable (String, PressReport) -> Void = { _, _ in },
        _ body: (Scene) async throws -> Void
    ) async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = FleetConfiguration(boxes: boxes, directory: folder + "/boxes", seed: seed)
        let log = folder + "/presses.csv"
        configuration.logPath = log
        change(&configuration)
        let fleet = try await Fleet.start(configuration)
        let host = TestHost((1...boxes).map { link(folder, $0) }) { onPress(log, $0) }
        do {
            try await body(Scene(folder: folder, fleet: fleet, host: host))
        } catch {
            host.stop()
            await fleet.stop()
            throw error
        }
        host.stop()
        await fleet.stop()
    }

    static func link(_ folder: String, _ box: Int) -> String { folder + "/boxes/box-0\(box)" }

    func link(_ box: Int) -> String { Self.link(folder, box) }

    /// Every press exactly once: none missing, none extra, none changed.
    func expectExactlyOnce(_ location: SourceLocation = #_sourceLocation) throws {
        let ledger = host.ledger
        let log = try PressLog.read(logPath)
        #expect(log.missing(from: ledger.stored).isEmpty, sourceLocation: location)
        #expect(log.extra(in: ledger.stored).isEmpty, sourceLocation: location)
        #expect(ledger.conflicts == 0, sourceLocation: location)
        #expect(ledger.gaps == 0, sourceLocation: location)
    }

    /// Waits until all random presses are made, then ends the faults and waits for all receipts.
    func finish() async throws {
        try await fleet.waitUntilPlayed()
        fleet.setFaults(.none)
        try await fleet.waitUntilReceipted(includingUnplugged: true)
    }
}
