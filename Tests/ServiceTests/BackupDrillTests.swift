import Foundation
import GRDB
import Ratings
import Simulator
import Store
import Testing

@Suite("Backup and restore, drilled with boxes connected")
struct BackupDrillTests {
    @Test("a copy made while presses come is put back: boxes go on, what they hold comes, the rest is a recorded gap")
    func drill() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let file = folder.path + "/copy.sqlite"
        #expect(try await centre.importSocTrang().status == 0)
        var service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "3")
        for box in 1...3 { #expect(try await boxes.press(box, button: 1)) }

        async let copying = centre.hailong("backup", file)
        for _ in 0..<5 { #expect(try await boxes.press(1, button: 2)) }
        let backup = try await copying
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(backup.lines.first == "Đã sao lưu vào \(file) và đã kiểm tra: chuỗi nguyên vẹn.")
        let copied = try await LedgerCopy(checking: file).presses
        #expect((3...8).contains(copied))

        // Receipted, and after the copy: lost with the ledger. Not receipted: the box keeps it.
        for _ in 0..<3 { #expect(try await boxes.press(2, button: 3)) }
        _ = try await centre.hailong("report", "phu-luc-ii", "--month", "2020-06")
        try boxes.type("unplug 3")
        for _ in 0..<2 { #expect(try await boxes.press(3, button: 4)) }
        let refused = try await centre.hailong("restore", file, "--why", "thử", "--yes")
        #expect(refused.status == 3)
        #expect(refused.errors.contains("process \(service.processID)") && refused.errors.contains("systemctl stop"))
        service.signal(SIGKILL)
        #expect(await service.exitStatus() == -SIGKILL)

        let preview = try await centre.hailong("restore", file, "--why", "thử", "--preview")
        #expect(preview.text.contains("sẽ thiếu nếu thiết bị không còn giữ: \(8 + 3 - copied)."), "\(preview.text)")
        let unanswered = try await centre.hailong("restore", file, "--why", "thử")
        #expect(unanswered.status == 2 && unanswered.errors.contains("--yes"))
        let restored = try await centre.hailong("restore", file, "--why", "hỏng đĩa", "--who", "an", "--yes")
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.lines.contains { $0.hasPrefix("Đã khôi phục.") }, "\(restored.lines)")

        service = try await centre.serve()
        try boxes.type("plug 3")
        for box in 1...3 { #expect(try await boxes.press(box, button: 5)) }
        let devices = try await centre.hailong("devices", "--json")
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)

        let store = try centre.store()
        let stored = try StoredPresses(store)
        let log = try PressLog.read(centre.log)
        let missing = log.missing(from: stored.all)
        #expect(stored.complaints(by: log, lost: missing) == [])
        #expect(missing.count == 8 + 3 - copied)
        #expect(stored.all.count { $0.device == Fleet.uid(3) } == 4)
        #expect(try store.gaps().reduce(0) { $0 + $1.missing } == missing.count)
        #expect(try store.gaps().allSatisfy { $0.gap.cause == .restored })
        #expect(devices.text.contains("\"missing\" : 3"))

        let verify = try await centre.hailong("verify")
        #expect(verify.status == 0, "\(verify.text)")
        let notes = verify.lines.filter { $0.hasPrefix("note: ") }
        #expect(notes.count == 1 && notes[0].contains("by an: hỏng đĩa"), "\(verify.text)")
        #expect(verify.lines.contains { $0.hasPrefix("gap: ") && $0.contains("3 of sequences 1..<4 missing") })
        #expect(try await centre.hailong("verify", "--against", file + ".anchors.log").status == 0)
        let today = Zone.vietnam.day(of: Instant(Date()))
        let report = try await centre.hailong(
            "report", "phu-luc-ii", "--from", "\(today.advanced(by: -1))", "--to", "\(today)")
        #expect(report.lines.contains("Số lượt bấm bị thiếu (không thể nhận lại): \(missing.count)."), "\(report.text)")
        #expect(try await centre.hailong("reproject", "--dry-run").lines.contains("Không có số liệu nào thay đổi."))
    }

    @Test("on a new machine the same boxes go on with the ledger that was put there")
    func newMachine() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path + "/old")
        let new = folder.path + "/new"
        #expect(try await centre.importSocTrang().status == 0)
        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "1")
        #expect(try await boxes.press(1, button: 1))
        try FileManager.default.createDirectory(atPath: folder.path + "/stick", withIntermediateDirectories: false)
        let backup = try await centre.hailong("backup", folder.path + "/stick")
        #expect(backup.status == 0, "\(backup.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/stick").sorted()
        #expect(names.count == 2)
        #expect(try await boxes.press(1, button: 1))
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)

        let restored = try await Executable.run(
            "restore", folder.path + "/stick/" + names[0], "--data-dir", new, "--why", "máy mới", "--yes")
        #expect(restored.status == 0, "\(restored.errors)")
        let other = try RunningCommand(["serve", "--data-dir", new, "--port", centre.ports])
        #expect(await other.waitForLine("ready"))
        #expect(try await boxes.press(1, button: 1))
        other.signal(SIGTERM)
        #expect(await other.exitStatus() == 0)
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)
        let store = try Store(reading: DataDirectory(new))
        #expect(store.ledger == (try centre.store().ledger))
        #expect(try store.gaps().map(\.missing) == [1])
        #expect(try await Executable.run("verify", "--data-dir", new).status == 0)
    }

    @Test(
        "a file that cannot be used is refused, and the ledger stays",
        arguments: [
            ("text", Int32(1), "does not hold a whole ledger"), ("truncated", 1, "does not hold a whole ledger"),
            ("newer", 3, "newer HaiLong"), ("live", 1, "belongs to the ledger in use"), ("missing", 1, "no file"),
        ])
    func refusedRestore(what: String, status: Int32, remedy: String) async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        var file = folder.path + "/copy.sqlite"
        if what != "missing" { #expect(try await centre.hailong("backup", file).status == 0) }
        switch what {
        case "text": try Data("a,b\n".utf8).write(to: URL(fileURLWithPath: file))
        case "truncated": #expect(truncate(file, 20_000) == 0)
        case "newer":
            try await DatabaseQueue(path: file).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 future')")
            }
        case "live": file = centre.data + "/hailong.sqlite"
        default: break
        }
        let before = try centre.store().verify(against: [])
        let result = try await centre.hailong("restore", file, "--why", "thử", "--yes")
        #expect(result.status == status && result.errors.contains(remedy), "\(result.errors)")
        #expect(try centre.store().verify(against: []) == before)
    }

    @Test(
        "a backup that cannot be made says why and leaves nothing",
        arguments: [
            ("no/copy.sqlite", Int32(3), "no folder"), ("data/hailong.sqlite", 1, "belongs to the ledger in use"),
            ("there", 1, "--replace"),
        ])
    func refusedBackup(place: String, status: Int32, remedy: String) async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/there"))
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let result = try await centre.hailong("backup", folder.path + "/" + place)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(remedy), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
        #expect(try String(contentsOfFile: folder.path + "/there", encoding: .utf8) == "mine")
    }

    @Test(
        "settings of backups that make no sense are refused with the reason",
        arguments: [
            ("backup: { at: \"25:00\" }", "no time of day"), ("backup: { to: [stick] }", "no folder from the root"),
            ("backup: { keep: 0 }", "1 or more"), ("backup: { every: day }", "no setting 'every'"),
        ])
    func settings(text: String, reason: String) async throws {
        let folder = try TemporaryFolder()
        try text.write(toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
        let result = try await Executable.run("verify", "--config", folder.path)
        #expect(result.status == 1 && result.errors.contains(reason), "\(result.errors)")
    }
}
