import Foundation
import GRDB
import Ratings
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite("Backups") struct BackupTests {
    private let elsewhere = Scratch()

    private func entries(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @Test("a copy made while presses come is whole, holds all that was receipted before it, and is one file")
    func beneathPresses() async throws {
        let bench = try await Bench()
        try await bench.take((0..<2_000).map { Sample.press($0, Double($0) * 10) })
        let store = bench.store
        let file = elsewhere.path + "/copy.sqlite"
        let isDone = Mutex(false)
        let presses = Task {
            var next: UInt32 = 2_000
            while !isDone.withLock({ $0 }) {
                _ = try store.commit([.press(Sample.press(next, Double(next) * 10))])
                await Task.yield()
                next += 1
            }
            return next
        }
        let copy = try await store.backup(to: file, at: Sample.morning)
        isDone.withLock { $0 = true }
        let taken = try await presses.value
        #expect((2_000...Int(taken)).contains(copy.presses))
        #expect(copy.verification.findings == [] && copy.ledger == store.ledger)
        #expect(try entries(elsewhere.path) == ["copy.sqlite", "copy.sqlite.anchors.log"])
        // Byte 18 of the header: 1 for a database that needs no WAL.
        #expect(try Data(contentsOf: URL(fileURLWithPath: file))[18] == 1)

        let anchors = try Store.anchors(in: Store.anchors(of: file))
        #expect(anchors.last?.head == copy.head && anchors.last?.reason == "backup")
        #expect(try Store.anchors(in: bench.folder.anchors).last == anchors.last)
        #expect(try bench.findings(against: anchors) == [])
        try bench.tamper("DELETE FROM press WHERE position > 1000")
        #expect(try !bench.chainFindings(against: anchors).isEmpty)
    }

    @Test("a file that is there stays as it is, unless it is to be replaced")
    func exists() async throws {
        let bench = try await Bench()
        let file = elsewhere.path + "/copy.sqlite"
        let first = try await bench.store.backup(to: file, at: Sample.morning)
        try await bench.take(Sample.press())
        await #expect(throws: CopyError.exists(path: file)) {
            try await bench.store.backup(to: file, at: Sample.morning)
        }
        #expect(try await LedgerCopy(checking: file).head == first.head)
        let second = try await bench.store.backup(to: file, at: Sample.morning, replacing: true)
        #expect(second.presses == 1)
        #expect(try entries(elsewhere.path) == ["copy.sqlite", "copy.sqlite.anchors.log"])
    }

    @Test(
        "the ledger in use is no target, by whatever name",
        arguments: ["itself", "link", "second name", "wal", "folder"]
    )
    func live(how: String) async throws {
        let bench = try await Bench()
        var file = elsewhere.path + "/copy.sqlite"
        switch how {
        case "itself": file = bench.folder.database
        case "link":
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: bench.folder.database)
        case "second name": try FileManager.default.linkItem(atPath: bench.folder.database, toPath: file)
        case "wal": file = bench.folder.database + "-wal"
        default: file = bench.folder.path + "/copy.sqlite"
        }
        await #expect(throws: CopyError.isLive(path: file)) {
            try await bench.store.backup(to: file, at: Sample.morning, replacing: true)
        }
        #expect(try await LedgerCopy(checking: bench.folder.database).flaw == nil)
    }

    @Test("a folder that is not there and something that is no file are refused")
    func noTarget() async throws {
        let bench = try await Bench()
        await #expect(throws: CopyError.noFolder(path: elsewhere.path + "/no")) {
            try await bench.store.backup(to: elsewhere.path + "/no/copy.sqlite", at: Sample.morning)
        }
        await #expect(throws: CopyError.noFile(path: "/dev/null")) {
            try await bench.store.backup(to: "/dev/null", at: Sample.morning, replacing: true)
        }
    }

    @Test("on a full disk nothing is left of it, and presses go on", .enabled(if: Disk.isPossible))
    func fullDisk() async throws {
        let bench = try await Bench()
        try await bench.take((0..<2_000).map { Sample.press($0, Double($0) * 10) })
        let disk = try Disk(kilobytes: 256)
        let error = await #expect(throws: CopyError.self) {
            try await bench.store.backup(to: disk.path + "/copy.sqlite", at: Sample.morning)
        }
        #expect(error?.description.contains("database or disk is full. Check") == true, "\(String(describing: error))")
        #expect(try entries(disk.path) == [])
        try await bench.take(Sample.press(5_000, 90_000))
    }

    @Test("a read-only target is refused with the reason", .enabled(if: Disk.isPossible))
    func readOnly() async throws {
        let bench = try await Bench()
        let path = elsewhere.path
        try await Disk.withReadOnly(path) {
            let error = await #expect(throws: CopyError.self) {
                try await bench.store.backup(to: path + "/copy.sqlite", at: Sample.morning)
            }
            #expect(error?.description.contains("mounted read-only") == true)
        }
        #expect(try entries(path) == [])
    }

    @Test("a copy that does not verify is thrown away")
    func tampered() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10))
        try bench.tamper("UPDATE press SET input = '5' WHERE sequence = 0")
        let error = await #expect(throws: CopyError.self) {
            try await bench.store.backup(to: elsewhere.path + "/copy.sqlite", at: Sample.morning)
        }
        #expect(error?.description.contains("hailong verify") == true)
        #expect(try entries(elsewhere.path) == [])
    }

    @Test("tables that need computing again do not keep the ledger from being copied")
    func staleTables() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0))
        try bench.tamper("DELETE FROM tally")
        let copy = try await bench.store.backup(to: elsewhere.path + "/copy.sqlite", at: Sample.morning)
        #expect(copy.verification.findings == [.tallies(cells: 1)])
    }

    @Test("one that is cancelled leaves nothing behind")
    func cancelled() async throws {
        let bench = try await Bench()
        let file = elsewhere.path + "/copy.sqlite"
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await bench.store.backup(to: file, at: Sample.morning)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try entries(elsewhere.path) == [])
    }

    @Test("what a cut left of an earlier copy goes away with the next; what somebody makes or owns stays")
    func leftovers() async throws {
        let bench = try await Bench()
        let (ledger, file) = (BackupName.digits(bench.store.ledger), elsewhere.path + "/copy.sqlite")
        let ours = ".partial-\(ledger)-0123456789abcdef"
        let old = ".partial-\(ledger)-00000000000000ff"
        let left = ["x.sqlite" + ours, "x.sqlite\(ours)-wal", "x.sqlite\(ours)-journal", "x.sqlite.anchors.log" + ours]
        let others = [
            "copy.sqlite.partial", "copy.sqlite.partial-1", "thesis.partial", "y.sqlite" + old,
            "x.sqlite.partial-\(ledger == "00000000" ? "1" : "0")0000000-0123456789abcdef",
        ]
        for name in left + others { try Data("half".utf8).write(to: URL(fileURLWithPath: elsewhere.path + "/" + name)) }
        let running = try PartialCopy(of: elsewhere.path + "/z.sqlite", ledger: bench.store.ledger)
        _ = try await bench.store.backup(to: file, at: Sample.morning)
        let names = ["copy.sqlite", "copy.sqlite.anchors.log"]
        let held = [running.database, running.anchors].map { URL(fileURLWithPath: $0).lastPathComponent }
        #expect(try entries(elsewhere.path) == (names + others + held).sorted())
        // Nobody can tell any more whose it was, but it has not grown for a day.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: elsewhere.path + "/y.sqlite" + old)
        _ = try await bench.store.backup(to: file, at: Sample.morning, replacing: true)
        let stay = others.filter { !$0.hasPrefix("y") }
        #expect(try entries(elsewhere.path) == (names + stay + held).sorted())
        withExtendedLifetime(running) {}
    }

    @Test("two copies to one file at once do not disturb each other")
    func atOnce() async throws {
        let bench = try await Bench()
        try await bench.take((0..<2_000).map { Sample.press($0, Double($0) * 10) })
        let (store, file) = (bench.store, elsewhere.path + "/copy.sqlite")
        async let one = store.backup(to: file, at: Sample.morning, replacing: true)
        async let other = store.backup(to: file, at: Sample.morning, replacing: true)
        let presses = try await [one, other].map(\.presses)
        #expect(presses == [2_000, 2_000])
        #expect(try await LedgerCopy(checking: file).presses == 2_000)
        #expect(try entries(elsewhere.path) == ["copy.sqlite", "copy.sqlite.anchors.log"])
    }

    @Test("what root copies within the data folder belongs to its owner", .enabled(if: geteuid() == 0))
    func handedOver() async throws {
        let bench = try await Bench()
        let (user, backups) = (65_534, bench.folder.path + "/backups")
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: false)
        try #require(chown(bench.folder.path, uid_t(user), 65_533) == 0)
        _ = try await bench.store.backup(to: backups + "/copy.sqlite", at: Sample.morning)
        _ = try await bench.store.backup(to: elsewhere.path + "/copy.sqlite", at: Sample.morning)
        func owner(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? Int
        }
        let copy = backups + "/copy.sqlite"
        for path in [bench.folder.anchors, backups, copy, Store.anchors(of: copy)] {
            #expect(try owner(path) == user, "\(path)")
        }
        #expect(try owner(elsewhere.path + "/copy.sqlite") == 0)
    }

    @Test("a backup's name is read as it was written, and anything else is none", arguments: [true, false])
    func names(isDaily: Bool) throws {
        let at = try Sample.at("2026-11-21T11:45:07")
        let name = BackupName(ledger: 0x3e94_8921_3c19_3c48, at: at, isDaily: isDaily)
        let text = name.text(in: .vietnam)
        #expect(text == "hailong-3e948921-2026-11-21-114507\(isDaily ? "-daily" : "").sqlite")
        #expect(BackupName(text, in: .vietnam) == name)
        let others = [
            "", "hailong.sqlite", text + ".partial", text + ".anchors.log", "x" + text,
            text.replacing("-11-21", with: "-11-31"), text.replacing("114507", with: "117507"),
            text.replacing("3e948921", with: "3e94"),
        ]
        for other in others { #expect(BackupName(other, in: .vietnam) == nil, "\(other)") }
    }
}
