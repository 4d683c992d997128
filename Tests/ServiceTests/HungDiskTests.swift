import Foundation
import Ratings
import Simulator
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

        var events = Events(of: fleet)
        // Which thread a commit takes would be chance if nobody ordained it: the disk hangs at length, then now and then.
        let hangs: [Duration] = [.seconds(1.5)] + Array(repeating: .milliseconds(50), count: 20)
        for length in hangs {
            #expect(FileManager.default.createFile(atPath: stuck, contents: nil))
            press(2)
            let end = ContinuousClock.now + length
            repeat { try await events.blink(at: centre.data + "/hailong.sock") } while ContinuousClock.now < end
            let hung = try await fleet.snapshots()
            #expect(hung.allSatisfy { $0.unreceipted == 1 && $0.isHostPresent && $0.isLinked })
            try FileManager.default.removeItem(atPath: stuck)
            try await fleet.waitUntilReceipted()
        }
        // Boxes asked for their receipts meanwhile.
        #expect(try await fleet.snapshots().allSatisfy { $0.resends >= 2 })
        try await events.blink(at: centre.data + "/hailong.sock")
        #expect(events.linesLost == 0)

        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        await fleet.stop()
        var stored: [PressKey] = []
        try centre.store().forEachPress { stored.append($0.press.key) }
        #expect(stored.count == (1 + hangs.count) * Self.boxes.count && Set(stored).count == stored.count)
    }

    /// What boxes see of their host.
    private struct Events {
        private var iterator: AsyncStream<FleetEvent>.Iterator
        private(set) var linesLost = 0

        init(of fleet: Fleet) { iterator = fleet.events().makeAsyncIterator() }

        /// Has every box blink. What the service says to a box is said by the thread of its link; where one says nothing
        /// this does not return.
        mutating func blink(at socket: String) async throws {
            async let asking: Void = Self.ask(at: socket)
            var blinks = 0
            while blinks < HungDiskTests.boxes.count, let event = await iterator.next() {
                switch event.what {
                case .blink: blinks += 1
                case .host(isPresent: false): linesLost += 1
                default: break
                }
            }
            try await asking
        }

        private static func ask(at socket: String) async throws {
            for box in HungDiskTests.boxes {
                let reply = try await ControlClient.ask(.blink(device: Fleet.uid(box), seconds: 1), at: socket)
                #expect(reply == .reached(true))
            }
        }
    }
}
