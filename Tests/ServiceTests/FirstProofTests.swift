import Foundation
import Ratings
import Simulator
import Testing

@Suite("The real service against boxes with every fault", .serialized)
struct FirstProofTests {
    private static let boxes = 80
    private static let presses = 20_000

    @Test("20,000 presses survive every fault and 20 kills of the service, each exactly once")
    func everyPressOnce() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        #expect(try await centre.importFiles(Self.places.files).status == 0)

        let seed = UInt64.random(in: 1...1_000_000)
        var random = SplitMix64(seed: seed)
        let simulator = try await centre.simulate(
            "--boxes", "\(Self.boxes)", "--count", "\(Self.presses)", "--rate", "9", "--seed", "\(seed)", "--ring",
            "1024",
            "--noise", "0.0005", "--split", "0.2", "--drop", "0.0005", "--repeat", "0.05", "--unplug-every", "15",
            "--reset-every", "20", "--offline", "0.1")
        for _ in 0..<20 {
            let service = try await centre.serve()
            // The moment of the kill is the point: there is no event to wait for.
            try await Task.sleep(for: .milliseconds(Int(random.next() % 1500)))
            service.signal(SIGKILL)
            #expect(await service.exitStatus() == -SIGKILL)
        }
        let service = try await centre.serve()
        let status = await simulator.exitStatus()
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        #expect(status == 0, "seed \(seed): \(simulator.errorText)")

        try await compare(centre, seed: seed)
    }

    private func compare(_ centre: Centre, seed: UInt64) async throws {
        let log = try PressLog.read(centre.log)
        #expect(log.presses >= Self.presses, "seed \(seed)")
        let stored = try StoredPresses(try centre.store())
        #expect(stored.complaints(by: log) == [], "seed \(seed)")
        #expect(try await centre.hailong("verify").status == 0, "seed \(seed)")
        // A run may cross midnight.
        let today = Zone.vietnam.day(of: Instant(Date()))
        let complaints = try await centre.tableComplaints(
            log.required, at: Self.places, in: today.advanced(by: -1)...today)
        #expect(complaints == [], "seed \(seed)")
    }

    private static let places = BoxPlaces(boxes: boxes)
}
