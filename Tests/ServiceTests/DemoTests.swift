import Foundation
import Testing

@Suite("The demo")
struct DemoTests {
    @Test("demo --once plays the golden month and gives the published table to the digit")
    func goldenMonth() async throws {
        let folder = try TemporaryFolder()
        let csv = folder.path + "/phu-luc-ii.csv"
        let demo = try await Executable.run(
            "demo", "--once", "--config", Centre.socTrang, "--data-dir", folder.path + "/data", "--csv", csv)
        #expect(demo.status == 0, "\(demo.errors)")
        let published = try String(contentsOfFile: Self.fixture, encoding: .utf8)
        #expect(try String(contentsOfFile: csv, encoding: .utf8) == published)
        #expect(demo.lines.contains { $0.contains("THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)") })
        #expect(demo.errors.contains("997 presses made, 997 stored, each exactly once."))
        #expect(demo.lines.contains("Tất cả thiết bị đánh giá đã liên lạc từ khi kết thúc kỳ."))
    }

    @Test("the demo refuses a folder that holds something")
    func folderInUse() async throws {
        let folder = try TemporaryFolder()
        try "mine".write(toFile: folder.path + "/precious", atomically: true, encoding: .utf8)
        let demo = try await Executable.run(
            "demo", "--once", "--config", Centre.socTrang, "--data-dir", folder.path)
        #expect(demo.status == 1)
        #expect(demo.errors.contains("not empty"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/precious"))
    }

    private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/soc-trang-2020-06.csv").path
}
