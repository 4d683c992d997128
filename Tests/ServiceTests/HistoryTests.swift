import Foundation
import Ratings
import Simulator
import Testing

@testable import hailong

@Suite("devices, past and present")
struct HistoryTests {
    /// What `devices --history --json` tells.
    private struct Line: Decodable {
        var day: Day
        var device: String?
        var port: String?
        var counters: [String]
        var counts: [String: Int]
    }

    @Test("a day's counts are told by box, beside the running service and after it, over its restarts")
    func history() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let none = try await centre.hailong("devices", "--history")
        #expect((none.status, none.lines) == (0, ["Chưa có số liệu kết nối trong 7 ngày qua."]))
        let boxes = try await centre.simulate("--boxes", "2")
        for round in 1...2 {
            let service = try await centre.serve()
            #expect(try await boxes.press(1, button: round))
            // The folder of the service is read while it runs; what it has not stored yet is not told.
            #expect(try await centre.hailong("devices", "--history", "--json").status == 0)
            service.signal(SIGTERM)
            #expect(await service.exitStatus() == 0, "\(service.errorText)")
        }
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)

        let json = try await centre.hailong("devices", "--history", "--json")
        let lines = try JSONDecoder().decode([Line].self, from: Data(json.text.utf8))
        let first = lines.filter { $0.device == Fleet.uid(1) }
        #expect(first.reduce(0) { $0 + ($1.counts["press"] ?? 0) } == 2)
        #expect(first.reduce(0) { $0 + ($1.counts["connected"] ?? 0) } == 2)
        #expect(first.first?.counters == ["Q01"])
        let table = try await centre.hailong("devices", "--history", "--days", "2", "--box", Fleet.uid(1).uppercased())
        #expect(table.text.contains("Kết nối"))
        #expect(table.text.contains("Q01") && !table.text.contains("Q02"), "\(table.text)")
        #expect(try await centre.hailong("devices", "--history", "--days", "0").status == 2)
        #expect(try await centre.hailong("devices", "--box", Fleet.uid(1)).status == 2)
        #expect(try await centre.hailong("verify").status == 0)
    }

    @Test("a stuck button stands in the table of boxes, with what to do")
    func stuckButton() {
        let now = Instant(milliseconds: 1_592_192_520_000)
        var link = LinkState(port: "/dev/t", since: now)
        (link.device, link.phase) = ("5300", .connected)
        link.health = BoxHealth(
            heard: now, started: now - .seconds(3600), resetCause: "powerOn", resets: 1, ringDepth: 2,
            ringCapacity: 64, badFrames: 3, resends: 4, stuckButtons: [1, 4])
        let lines = BoxOverview.lines(summaries: [], links: [link], directory: Directory(), now: now)
        let table = BoxOverview.table(lines)
        #expect(table.contains("đã kết nối, kẹt nút 1, 4"))
        #expect(table.contains("5300: nút kẹt (1, 4)"))
        #expect(table.contains("2020-06-15T09:42:00"))
        #expect((lines.first?.ringDepth, lines.first?.resendsInBox) == (2, 4))
        link.health?.stuckButtons = []
        let mended = BoxOverview.lines(summaries: [], links: [link], directory: Directory(), now: now)
        #expect(!BoxOverview.table(mended).contains("kẹt"))
    }
}
