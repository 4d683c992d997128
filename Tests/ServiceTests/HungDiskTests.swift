import Foundation
import Ratings
import Simulator
import Synchronization
import Testing

@testable import hailong

@Suite("A disk that hangs under many boxes", .timeLimit(.minutes(1)))
struct HungDiskTests {
    private static let boxes = 1...20

    @Test("while a sync hangs no link falls silent and no press is receipted; afterwards each press is there once")
    func links() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let (library, stuck) = (try Preload.stuckDisk.get(), folder.path + "/stuck")
        let fleet = try await Fleet.start(
            FleetConfiguration(boxes: Self.boxes.upperBound, directory: centre.ports))
        let service = try await centre.serve(["LD_PRELOAD": library, "STUCK_DISK": stuck])
        try await fleet.waitUntilLinked()
        func press(_ button: Int) { for box in Self.boxes { fleet.press(box, button: button, by: .touch()) } }
        press(1)
        try await fleet.waitUntilReceipted()

        let seen = Seen(of: fleet)
        #expect(FileManager.default.createFile(atPath: stuck, contents: nil))
        press(2)
        // Long enough for every box to ask for its receipt again, three times.
        let end = ContinuousClock.now + .seconds(3)
        var rounds = 0
        while ContinuousClock.now < end {
            rounds += 1
            // What the service says to a box is said, and heard, by the thread of its link.
            for box in Self.boxes {
                let reply = try await ControlClient.ask(
                    .blink(device: Fleet.uid(box), seconds: 1), at: centre.data + "/hailong.sock")
                #expect(reply == .reached(true))
            }
            let patience = ContinuousClock.now + .seconds(2)
            while seen.blinks < rounds * Self.boxes.count, ContinuousClock.now < patience {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(seen.blinks == rounds * Self.boxes.count)
        }
        let hung = try await fleet.snapshots()
        #expect(hung.allSatisfy { $0.unreceipted == 1 && $0.resends >= 3 })
        #expect(hung.allSatisfy { $0.isHostPresent && $0.isLinked })
        try FileManager.default.removeItem(atPath: stuck)
        try await fleet.waitUntilReceipted()
        #expect(seen.linesLost == 0)

        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        await fleet.stop()
        var stored: [String: Int] = [:]
        try centre.store().forEachPress { stored["\($0.press.key.device) \($0.press.input)", default: 0] += 1 }
        #expect(stored.count == 2 * Self.boxes.count && stored.values.allSatisfy { $0 == 1 })
    }

    /// What boxes have seen of their host.
    private final class Seen: Sendable {
        private let counts = Mutex((blinks: 0, linesLost: 0))
        var blinks: Int { counts.withLock { $0.blinks } }
        var linesLost: Int { counts.withLock { $0.linesLost } }

        init(of fleet: Fleet) {
            let events = fleet.events()
            Task {
                for await event in events {
                    switch event.what {
                    case .blink: counts.withLock { $0.blinks += 1 }
                    case .host(isPresent: false): counts.withLock { $0.linesLost += 1 }
                    default: break
                    }
                }
            }
        }
    }
}
