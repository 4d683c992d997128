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
        defer { service.signal(SIGKILL) }
        try await fleet.waitUntilLinked()
        func press(_ button: Int) { for box in Self.boxes { fleet.press(box, button: button, by: .touch()) } }
        press(1)
        try await fleet.waitUntilReceipted()

        let seen = Seen(of: fleet)
        // Which thread a commit takes would be chance if nobody ordained it: the disk hangs at length, then now and then.
        let hangs: [Duration] = [.seconds(1.5)] + Array(repeating: .milliseconds(50), count: 20)
        for length in hangs {
            #expect(FileManager.default.createFile(atPath: stuck, contents: nil))
            press(2)
            let end = ContinuousClock.now + length
            repeat { try await Self.blink(at: centre.data + "/hailong.sock", seen) } while ContinuousClock.now < end
            let hung = try await fleet.snapshots()
            #expect(hung.allSatisfy { $0.unreceipted == 1 && $0.isHostPresent && $0.isLinked })
            try FileManager.default.removeItem(atPath: stuck)
            try await fleet.waitUntilReceipted()
        }
        // Boxes asked for their receipts meanwhile.
        #expect(try await fleet.snapshots().allSatisfy { $0.resends >= 2 })
        #expect(seen.linesLost == 0)

        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        await fleet.stop()
        var stored: [PressKey] = []
        try centre.store().forEachPress { stored.append($0.press.key) }
        #expect(stored.count == (1 + hangs.count) * Self.boxes.count && Set(stored).count == stored.count)
    }

    /// Has every box blink. What the service says to a box is said by the thread of its link.
    private static func blink(at socket: String, _ seen: Seen) async throws {
        let before = seen.blinks
        let asking = Task {
            for box in boxes {
                let reply = try await ControlClient.ask(.blink(device: Fleet.uid(box), seconds: 1), at: socket)
                #expect(reply == .reached(true))
            }
        }
        let patience = ContinuousClock.now + .seconds(10)
        while seen.blinks < before + boxes.count, ContinuousClock.now < patience {
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(seen.blinks == before + boxes.count)
        if seen.blinks < before + boxes.count { asking.cancel() }
        try await asking.value
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
