import Foundation
import Ratings
import Simulator
import Store
import Testing

@Suite("Commands beside a running service")
struct BesideServiceTests {
    @Test("a box nobody knows delivers, and its presses count once somebody says where it stood")
    func registeredLate() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "18")
        #expect(try await boxes.press(18, button: 1))
        #expect(try await Self.total(centre) == 0)

        let assign = ["box", "assign", Fleet.uid(18), "--counter", "Q03", "--since", "2026-01-01", "--why", "lắp mới"]
        let preview = try await Executable.run(assign + ["--data-dir", centre.data, "--preview"])
        let moved = preview.lines.contains { $0.contains("Sở Giáo dục và Đào tạo") && $0.contains("0 → 1") }
        #expect(moved, "\(preview.text)")
        #expect(try await Self.total(centre) == 0)
        #expect(try await Executable.run(assign + ["--data-dir", centre.data]).status == 0)
        #expect(try await Self.total(centre) == 1)

        // In force for the next press after the command returned.
        let release = try await centre.hailong("box", "release", Fleet.uid(1), "--why", "thu hồi")
        #expect(release.status == 0, "\(release.errors)")
        #expect(try await boxes.press(1, button: 1))
        #expect(try await Self.total(centre) == 1)

        let audit = try centre.store().changes().filter { $0.action.contains("box") || $0.why == "lắp mới" }
        #expect(audit.contains { $0.why == "lắp mới" && !$0.who.isEmpty })
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        #expect(try await centre.hailong("verify").status == 0)
        #expect(try await centre.hailong("reproject", "--dry-run").lines.contains("Không có số liệu nào thay đổi."))
    }

    @Test("row 2: two live boxes with one identity are both stored and receipted, and count once somebody decides")
    func duplicateIdentity() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let settings = ["settings.csv": "name,scope,since,value\nminimum_interval_s,centre,2019-01-01,0\n"]
        #expect(try await centre.importFiles(settings).status == 0)
        let service = try await centre.serve()
        let first = try await centre.simulate("--boxes", "1")
        #expect(try await first.press(1, button: 1))

        let twin = try await centre.simulateTwin()
        #expect(try await twin.press(1, button: 2))
        #expect(try await first.press(1, button: 3))

        let devices = try await centre.hailong("devices", "--json")
        #expect(devices.text.components(separatedBy: "\"duplicate\"").count == 3, "\(devices.text)")
        #expect(try await Self.verdicts(centre) == [.counted, .duplicateIdentity, .duplicateIdentity])
        let settle = try await centre.hailong("box", "settle", Fleet.uid(1), "--count", "all", "--why", "cả hai thật")
        #expect(settle.status == 0, "\(settle.errors)")
        #expect(try await Self.verdicts(centre) == [.counted, .counted, .counted])
        for process in [first, twin, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("row 2: after a fast replug the box is taken at its new port, and the silent old link is closed")
    func fastReplug() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let service = try await centre.serve()
        let old = try await centre.simulate("--boxes", "1")
        #expect(try await old.press(1, button: 1))
        // Stopped, its line stays open and says nothing, as a port does that the kernel has not given up yet.
        old.signal(SIGSTOP)
        let new = try await centre.simulateTwin()
        #expect(try await new.press(1, button: 2))
        let devices = try await centre.hailong("devices", "--json")
        #expect(!devices.text.contains("\"duplicate\""), "\(devices.text)")
        old.signal(SIGKILL)
        _ = await old.exitStatus()
        for process in [new, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("a box of an unknown protocol version is refused, said so, and disturbs nobody")
    func unknownVersion() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "18", "--wrong-version", "18")
        #expect(try await boxes.press(1, button: 1))
        let devices = try await centre.hailong("devices", "--json")
        #expect(devices.text.contains("\"refused\""), "\(devices.text)")
        #expect(devices.text.contains("no protocol version in common"))
        let refused = try JSONDecoder().decode([ShownBox].self, from: Data(devices.text.utf8)).first {
            $0.state == "refused"
        }
        #expect(refused?.device == Fleet.uid(18))
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    /// What `devices --json` tells of a box.
    private struct ShownBox: Decodable {
        var device: String?
        var state: String
    }

    private static func total(_ centre: Centre) async throws -> Int {
        let today = Zone.vietnam.day(of: Instant(Date()))
        let report = try await centre.hailong(
            "report", "phu-luc-ii", "--from", "\(today.advanced(by: -1))", "--to", "\(today)", "--format", "json")
        return try JSONDecoder().decode(PrintedTable.self, from: Data(report.text.utf8)).total["total"] ?? -1
    }

    private static func verdicts(_ centre: Centre) async throws -> [Verdict] {
        var verdicts: [Verdict] = []
        try centre.store().forEachPress { verdicts.append($0.rating.verdict) }
        return verdicts
    }
}
