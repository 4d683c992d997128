import Foundation
import GRDB
import Simulator
import TestSupport
import Testing

/// Whatever the medium refuses, it is told, no press is receipted meanwhile, and none is lost or doubled.
@Suite("Faults of the medium under the real service", .serialized, .timeLimit(.minutes(3)))
struct MediumFaultTests {
    @Test(
        "a write or sync that fails, each of a commit in turn: told, not receipted, and taken once it works again",
        arguments: [("w", ENOSPC), ("s", EIO)])
    func everyCall(calls: String, error: Int32) async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        var presses = 1
        var isTold = true
        while isTold {
            try patient.witness.fail(Witness.Fault(calls: calls, after: presses - 1, error: error))
            let press = try await patient.press(service)
            isTold = press.isTold
            try patient.witness.heal()
            #expect(await press.receipt.value)
            presses += 1
        }
        // A commit has several writes, but one sync.
        #expect(presses > (calls == "w" ? 10 : 2))
        #expect(service.errorText.contains("store writes again; receipts resume"))
        try await patient.expect(presses, service)
        // What failed was written anew before it was trusted.
        #expect(try Recording(patient.witness, patient.centre).earlyAcks().found == [])
    }

    @Test("a WAL to which nothing can be written: told in log, status and doctor, not receipted, and taken afterwards")
    func everyWrite() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let manager = try NotifySocket(folder.path + "/notify")
        let service = try await patient.serve(manager.environment)
        #expect(try await patient.boxes.press(1, button: 1))
        try patient.witness.fail(Witness.Fault(calls: "w", files: "-wal", error: EIO))
        let press = try await patient.press(service)
        #expect(press.isTold)
        #expect(service.errorText.contains("disk I/O error"), "\(service.errorText)")
        #expect(await manager.line("STATUS=KHÔNG GHI ĐƯỢC DỮ LIỆU (ổ lỗi đọc, ghi)") != nil)
        let diagnosis = try await patient.centre.hailong("doctor", "--json")
        #expect(diagnosis.text.contains("write_medium_fails"), "\(diagnosis.text)")
        try patient.witness.heal()
        #expect(await press.receipt.value)
        #expect(await manager.line("STATUS=1/1 thiết bị kết nối", containing: "2 lượt hôm nay") != nil)
        try await patient.expect(2, service)
        #expect(try Recording(patient.witness, patient.centre).earlyAcks().found == [])
    }

    @Test(
        "a database that takes no pages of the log, or does not sync them: told, and presses are receipted all the same",
        arguments: ["w", "s"])
    func checkpoint(calls: String) async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let manager = try NotifySocket(folder.path + "/notify")
        let service = try await patient.serve(manager.environment, options: "--log-pages", "20")
        try patient.witness.fail(Witness.Fault(calls: calls, files: "/hailong.sqlite", error: EIO))
        var presses = 0
        func press(until words: String) async throws {
            while !service.errorText.contains(words), presses < 1000 {
                #expect(try await patient.boxes.press(1, button: 1))
                presses += 1
            }
        }
        try await press(until: "cannot be copied into the database")
        let diagnosis = try await patient.centre.hailong("doctor", "--json")
        #expect(diagnosis.text.contains("log_not_copied"), "\(diagnosis.text)")
        #expect(await manager.line("STATUS=CHƯA CHÉP ĐƯỢC TỆP -wal VÀO SỔ (ổ lỗi đọc, ghi)") != nil)
        try patient.witness.heal()
        try await press(until: "is copied again")
        #expect(service.errorText.contains("is copied again"), "\(service.errorText)")
        try await patient.expect(presses, service)
        // What a failed sync left behind was copied anew before the log was written over.
        let recording = try Recording(patient.witness, patient.centre)
        #expect(try recording.earlyAcks().found == [])
        let flaws = try await recording.flaws(cuts: 200, seed: 1)
        if !flaws.isEmpty { Issue.record("\(flaws.prefix(5)); \(recording.keep(seed: 1))") }
    }

    @Test(
        "what a failed sync left in memory is written anew by the next process before a box is told that it is stored")
    func failedSyncThenKill() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        var service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        try patient.witness.fail(Witness.Fault(calls: "s", files: "-wal", error: EIO))
        let press = try await patient.press(service)
        #expect(press.isTold)
        service.signal(SIGKILL)
        #expect(await service.exitStatus() == -SIGKILL)
        try patient.witness.heal()
        service = try await patient.serve()
        #expect(await press.receipt.value)
        try await patient.expect(2, service)
        #expect(try Recording(patient.witness, patient.centre).earlyAcks().found == [])
    }

    @Test("a medium that refuses to open the database keeps the service from starting, and it says which file and why")
    func open() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        var service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        service.signal(SIGKILL)
        #expect(await service.exitStatus() == -SIGKILL)
        for file in ["hailong.sqlite", "-wal"] {
            try patient.witness.fail(Witness.Fault(calls: "o", files: file, error: EIO))
            let refused = try await Executable.run(
                ["serve", "--data-dir", patient.centre.data, "--port", patient.centre.ports],
                environment: patient.witness.environment)
            #expect(refused.status != 0)
            #expect(refused.errors.contains("data folder \(patient.centre.data)"), "\(refused.errors)")
            try patient.witness.heal()
        }
        service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        try await patient.expect(2, service)
    }

    @Test("a medium that became read-only stops receipts until it takes writes again")
    func readOnly() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        try patient.witness.fail(Witness.Fault(calls: "wotn", error: EROFS))
        let press = try await patient.press(service)
        #expect(press.isTold)
        try patient.witness.heal()
        #expect(await press.receipt.value)
        try await patient.expect(2, service)
    }

    @Test(
        "a real file system that the kernel makes read-only stops receipts; mounted again it has every receipted press",
        .enabled(if: JournalledDisk.isPossible))
    func abortedFileSystem() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let disk = try JournalledDisk(at: patient.centre.data)
        var service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        try disk.abort()
        let press = try await patient.press(service)
        #expect(press.isTold)
        let diagnosis = try await patient.centre.hailong("doctor", "--json")
        #expect(diagnosis.text.contains("disk_read_only"), "\(diagnosis.text)")
        service.signal(SIGTERM)
        _ = await service.exitStatus()
        try disk.unmount()
        try disk.mount()
        service = try await patient.serve()
        #expect(await press.receipt.value)
        try await patient.expect(2, service)
    }

    @Test(
        "a WAL removed under the service: no receipt rests on it, the database gets what it held, the next start goes on"
    )
    func walRemoved() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        var service = try await patient.serve()
        for _ in 0..<5 { #expect(try await patient.boxes.press(1, button: 1)) }
        try FileManager.default.removeItem(atPath: patient.centre.data + "/hailong.sqlite-wal")
        try patient.boxes.type("press 1 2")
        try patient.boxes.type("wait")
        #expect(await service.exitStatus() == 3)
        #expect(service.errorText.contains("hailong.sqlite-wal was removed while the service used it"))
        // Nothing but the database itself: what is beside it cannot help.
        let alone = try Aftermath(
            [
                "hailong.sqlite": [UInt8](
                    Data(contentsOf: URL(fileURLWithPath: patient.centre.data + "/hailong.sqlite")))
            ],
            at: folder.path + "/alone")
        #expect(try alone.presses().count >= 5)
        service = try await patient.serve()
        #expect(await patient.boxes.waitForLine("receipted"))
        try await patient.expect(6, service)
    }

    @Test("a database moved away under the service stops receipts until it is back")
    func databaseMoved() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        let service = try await patient.serve()
        #expect(try await patient.boxes.press(1, button: 1))
        let (database, elsewhere) = (patient.centre.data + "/hailong.sqlite", folder.path + "/elsewhere")
        try FileManager.default.moveItem(atPath: database, toPath: elsewhere)
        let press = try await patient.press(service)
        #expect(press.isTold)
        #expect(service.errorText.contains("move it back now"))
        try FileManager.default.moveItem(atPath: elsewhere, toPath: database)
        #expect(await press.receipt.value)
        try await patient.expect(2, service)
    }

    @Test("a damaged page stops receipts, is told with what to do, and a restored backup takes what the box kept")
    func damagedPage() async throws {
        let folder = try TemporaryFolder()
        let patient = try await Patient(in: folder.path)
        var service = try await patient.serve()
        for _ in 0..<5 { #expect(try await patient.boxes.press(1, button: 1)) }
        let copy = folder.path + "/copy.sqlite"
        #expect(try await patient.centre.hailong("backup", copy).status == 0)
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
        try Self.damage("press_key", of: patient.centre.data + "/hailong.sqlite")
        let manager = try NotifySocket(folder.path + "/notify")
        service = try await patient.serve(manager.environment)
        let press = try await patient.press(service)
        #expect(press.isTold)
        #expect(await manager.line("STATUS=KHÔNG GHI ĐƯỢC DỮ LIỆU (tệp sổ hỏng)") != nil)
        #expect(service.errorText.contains("hailong restore FILE --why"), "\(service.errorText)")
        let diagnosis = try await patient.centre.hailong("doctor", "--json")
        #expect(diagnosis.text.contains("write_damaged"), "\(diagnosis.text)")
        let checked = try await patient.centre.hailong("verify")
        #expect(checked.status != 0)
        #expect((checked.text + checked.errors).contains("hailong restore FILE --why"), "\(checked.text)")
        service.signal(SIGTERM)
        _ = await service.exitStatus()
        #expect(try await patient.centre.hailong("restore", copy, "--why", "test", "--yes").status == 0)
        service = try await patient.serve()
        #expect(await press.receipt.value)
        try await patient.expect(6, service)
    }

    /// Flips the bits of the first byte of an index's or table's first page: what kind of page it is.
    private static func damage(_ name: String, of database: String) throws {
        let queue = try DatabaseQueue(path: database)
        let (page, size) = try queue.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name]),
                try Int.fetchOne(db, sql: "PRAGMA page_size")
            )
        }
        try queue.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: database))
        let place = UInt64((try #require(page) - 1) * (try #require(size)))
        try file.seek(toOffset: place)
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: place)
        try file.write(contentsOf: Data([~byte]))
        try file.close()
    }
}
