import Foundation
import Ratings
import Simulator
import Store
import Testing

@Suite("An older copy of the database is put back")
struct RestoreTests {
    @Test("boxes go on without help, and what the copy lacks is a gap in devices, verify and under the table")
    func olderCopy() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)

        var service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "1")
        for _ in 0..<2 { #expect(try await boxes.press(1, button: 2)) }
        try await Self.stop(service)
        try FileManager.default.copyItem(atPath: centre.data, toPath: centre.folder + "/copy")

        service = try await centre.serve()
        for _ in 0..<3 { #expect(try await boxes.press(1, button: 2)) }
        try await Self.stop(service)
        try FileManager.default.removeItem(atPath: centre.data)
        try FileManager.default.moveItem(atPath: centre.folder + "/copy", toPath: centre.data)

        service = try await centre.serve()
        for _ in 0..<2 { #expect(try await boxes.press(1, button: 2)) }
        let devices = try await centre.hailong("devices", "--json")
        try await Self.stop(service)
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)

        var sequences: [UInt32] = []
        let store = try centre.store()
        try store.forEachPress { sequences.append($0.press.key.sequence) }
        #expect(sequences == [0, 1, 5, 6])
        let gap = try #require(try store.gaps().first)
        #expect((gap.gap.from, gap.gap.to, gap.missing) == (2, 5, 3))
        #expect(gap.gap.cause == .restored)
        #expect(devices.text.contains("\"missing\" : 3"))
        let verify = try await centre.hailong("verify")
        #expect(verify.lines.contains { $0.hasPrefix("gap: ") && $0.contains("3 of sequences 2..<5 missing") })
        let today = Zone.vietnam.day(of: Instant(Date()))
        let report = try await centre.hailong(
            "report", "phu-luc-ii", "--from", "\(today.advanced(by: -1))", "--to", "\(today)")
        #expect(report.lines.contains("Số lượt bấm bị thiếu (không thể nhận lại): 3."))
    }

    private static func stop(_ service: RunningCommand) async throws {
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
    }
}
