import Foundation
import GRDB
import Ratings
import TestSupport
import Testing

@testable import Store

@Suite("Putting a copy back") struct RestoreTests {
    private let scratch = Scratch()
    private var file: String { scratch.path + "/copy.sqlite" }

    /// What a test works with: a copy of five presses, and a ledger in use that has gone on to eight, as a power cut
    /// leaves it: with a WAL that holds presses.
    private func scene() async throws -> (folder: DataDirectory, left: LedgerCopy) {
        let bench = try await Bench()
        try await bench.take((0..<5).map { Sample.press($0, Double($0) * 10) })
        try bench.store.writeAnchor(at: Sample.morning, reason: "daily")
        _ = try await bench.store.backup(to: file, at: Sample.morning)
        try await bench.take((5..<8).map { Sample.press($0, Double($0) * 10) })
        try bench.store.writeAnchor(at: Sample.morning + .seconds(90), reason: "report")
        let folder = DataDirectory(scratch.path + "/data")
        try FileManager.default.copyItem(atPath: bench.folder.path, toPath: folder.path)
        let wal = try FileManager.default.attributesOfItem(atPath: folder.database + "-wal")[.size] as? UInt64
        #expect(wal ?? 0 > 0)
        return (folder, try await LedgerCopy(checking: bench.folder.database))
    }

    private func restore(_ folder: DataDirectory, from file: String? = nil) async throws -> Restore.Outcome {
        try await Restore(of: file ?? self.file, in: folder).perform(
            at: Sample.morning + .seconds(120), who: "an", why: "thử\nnghiệm")
    }

    private func presses(_ folder: DataDirectory) throws -> Int {
        let store = try Store(writing: folder)
        defer { try? store.close() }
        return try store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM press") } ?? 0
    }

    /// Everything in a folder, as it would stand on the medium.
    private func contents(_ folder: DataDirectory) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: names.filter { !$0.hasSuffix("-shm") && $0 != "hailong.lock" }.map {
                ($0, FileManager.default.contents(atPath: folder.path + "/" + $0) ?? Data())
            })
    }

    @Test("it says what the copy holds beside what there is, and changes nothing until it is told to")
    func preview() async throws {
        let (folder, left) = try await scene()
        let before = try contents(folder)
        let restore = try await Restore(of: file, in: folder)
        #expect(restore.copy.presses == 5)
        guard case .readable(let present, let comparison) = restore.present else {
            Issue.record("\(restore.present)")
            return
        }
        #expect(present.head == left.head && present.presses == 8)
        #expect((comparison.inBoth, comparison.onlyInCopy, comparison.onlyInPresent) == (5, 0, 3))
        try restore.discard()
        #expect(try contents(folder) == before)
    }

    @Test("the copy is in place, says what it replaced, and what it replaced is kept whole")
    func replaced() async throws {
        let (folder, left) = try await scene()
        let outcome = try await restore(folder)
        #expect(outcome.anchorFailure == nil)
        #expect(try presses(folder) == 5)
        let store = try Store(reading: folder)
        let verification = try store.verify(against: [])
        #expect(verification.findings == [])
        let explained = try #require(verification.explained.first)
        #expect((explained.position, explained.who, explained.why) == (7, "an", "thử nghiệm"))
        #expect(explained.restoration.left == left.head && explained.restoration.leftFindings == 0)
        #expect(explained.anchors.map(\.position) == [9])
        let last = try #require(try Store.anchors(in: folder.anchors).last)
        #expect((last.reason, last.position) == ("restore", 7))
        let kept = try #require(outcome.kept)
        #expect(kept == folder.path + "/set-aside-2020-06-15-090200")
        #expect(try await LedgerCopy(checking: kept + "/hailong.sqlite").head == left.head)
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept) == ["hailong.sqlite"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/restoring"))
    }

    @Test("what is set aside can be put back in turn, and all anchors stay explained")
    func backAndForth() async throws {
        let (folder, left) = try await scene()
        let kept = try #require(try await restore(folder).kept)
        let store = try Store(writing: folder)
        _ = try store.commit([.press(Sample.press(50, 500))])
        try store.writeAnchor(at: Sample.morning + .seconds(600), reason: "daily")
        try store.close()
        _ = try await restore(folder, from: kept + "/hailong.sqlite")
        #expect(try presses(folder) == 8)
        var verification = try Store(reading: folder).verify(against: [])
        #expect(verification.findings == [])
        #expect(verification.explained.map { $0.anchors.map(\.position) } == [[7, 8]])
        #expect(verification.explained.first?.position == left.head.position + 1)

        // Once more to the oldest: it answers for both branches.
        _ = try await restore(folder)
        verification = try Store(reading: folder).verify(against: [])
        #expect(verification.findings == [])
        #expect(verification.explained.map { $0.anchors.map(\.position) } == [[7, 8, 9, 10]])
    }

    @Test("an anchor that the replaced ledger did not fit either stays a finding")
    func olderSins() async throws {
        let (folder, _) = try await scene()
        let good = try #require(try Store.anchors(in: folder.anchors).last)
        var forged = good
        forged.hash = String(repeating: "0", count: 64)
        try DurableAppend.line(forged.line, to: folder.anchors)
        _ = try await restore(folder)
        let verification = try Store(reading: folder).verify(against: [])
        #expect(verification.findings == [.cutTail(last: 7, anchor: forged)])
        #expect(Set(verification.explained.flatMap(\.anchors).map(\.head)) == [good.head])
    }

    @Test("a copy that was written anew and contradicts an anchor is not explained by its restoration")
    func forgedCopy() async throws {
        let (folder, _) = try await scene()
        let early = try #require(try Store.anchors(in: folder.anchors).first)
        let forged = try await Bench()
        try await forged.take(Sample.press(0, 0, input: "5"), Sample.press(1, 10), Sample.press(2, 20))
        try await forged.take(Sample.press(3, 30), Sample.press(4, 40))
        try forged.tamper("UPDATE meta SET ledger = ?", [Int64(bitPattern: early.ledger)])
        try forged.store.close()
        _ = try await restore(folder, from: forged.folder.database)
        let findings = try Store(reading: folder).verify(against: []).findings
        #expect(findings.contains(.rewritten(anchor: early)))
    }

    @Test("an anchor that the record of the restoration does not name stays a finding")
    func beyondTheRecord() async throws {
        let (folder, left) = try await scene()
        _ = try await restore(folder)
        var other = Anchor(
            at: Sample.morning, ledger: left.ledger, position: 8, hash: String(repeating: "a", count: 64), reason: "x")
        let store = try Store(reading: folder)
        #expect(try store.verify(against: [other]).findings == [.cutTail(last: 7, anchor: other)])
        other.position = 3
        #expect(try store.verify(against: [other]).findings == [.rewritten(anchor: other)])
    }

    @Test("whatever step it is cut at, the old or the new ledger is in place, whole", arguments: [true, false])
    func cut(hasLedger: Bool) async throws {
        let (folder, left) = try await scene()
        if !hasLedger {
            for suffix in ["", "-wal", "-shm"] {
                try FileManager.default.removeItem(atPath: folder.database + suffix)
            }
        }
        var cuts: [(Restore.Step, DataDirectory)] = []
        let restore = try await Restore(of: file, in: folder)
        _ = try await restore.perform(at: Sample.morning, who: "an", why: "thử") { step in
            let cut = DataDirectory(scratch.path + "/cut-\(step)")
            try FileManager.default.copyItem(atPath: folder.path, toPath: cut.path)
            cuts.append((step, cut))
        }
        #expect(cuts.map(\.0) == Restore.Step.allCases)
        for (step, cut) in cuts {
            let isNew = [.replaced, .anchored].contains(step)
            guard isNew || hasLedger else {
                #expect(!FileManager.default.fileExists(atPath: cut.database), "\(step)")
                continue
            }
            let found = try await LedgerCopy(checking: cut.database)
            #expect(found.verification.findings == [], "\(step)")
            #expect(isNew ? found.head.position == 7 && found.presses == 5 : found.head == left.head, "\(step)")
            // And it can be begun again, or gone on with.
            _ = try await self.restore(cut)
            #expect(try presses(cut) == 5, "\(step)")
            #expect(try Store(reading: cut).verify(against: []).findings == [], "\(step)")
        }
    }

    private func names(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.referenceCount] as? Int
    }

    @Test("whoever takes the lock next takes back what a killed restore has left", arguments: [true, false])
    func killed(isReadable: Bool) async throws {
        let (folder, _) = try await scene()
        let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        if !isReadable { try noise.write(to: URL(fileURLWithPath: folder.database)) }
        let before = try contents(folder).filter { $0.key.hasSuffix("-wal") }
        let kept = folder.setAside("2020-06-15-090000")
        for made in [folder.staging, kept, folder.setAside("empty")] { try made.create() }
        try Data("half".utf8).write(to: URL(fileURLWithPath: folder.staging.database))
        try DurableFile.link(folder.database, to: kept.database)
        if !isReadable { try DurableFile.rename(folder.database + "-wal", to: kept.database + "-wal") }
        let other = folder.setAside("2020-01-01-000000")
        try other.create()
        try Data("older".utf8).write(to: URL(fileURLWithPath: other.database))

        #expect(try names(of: folder.database) == 2)
        let lock = try WriterLock(folder)
        #expect(try names(of: folder.database) == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.filter { $0.hasPrefix("set-aside-") || $0 == "restoring" } == ["set-aside-2020-01-01-000000"])
        #expect(FileManager.default.contents(atPath: other.database) == Data("older".utf8))
        #expect(try contents(folder).filter { $0.key.hasSuffix("-wal") } == before)
        if isReadable { #expect(try presses(folder) == 8) }
        withExtendedLifetime(lock) {}
    }

    @Test("a failure at any step leaves the old or the new ledger, whole", arguments: Restore.Step.allCases)
    func failure(step: Restore.Step) async throws {
        struct Failure: Error {}
        let (folder, left) = try await scene()
        let restore = try await Restore(of: file, in: folder)
        let perform = {
            try await restore.perform(at: Sample.morning, who: "an", why: "thử") { if $0 == step { throw Failure() } }
        }
        switch step {
        case .replaced: #expect(try await perform().syncFailure != nil)
        case .anchored: #expect(try await perform().anchorFailure != nil)
        default: await #expect(throws: Failure.self) { try await perform() }
        }
        #expect(try names(of: folder.database) == 1)
        let found = try await LedgerCopy(checking: folder.database)
        #expect(found.verification.findings == [])
        #expect([.replaced, .anchored].contains(step) ? found.presses == 5 : found.head == left.head)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/restoring"))
    }

    @Test("a WAL beside a database that nothing can read is not applied to the copy, and both are kept")
    func damaged() async throws {
        let (folder, _) = try await scene()
        let store = try Store(writing: folder)
        try await store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        _ = try store.commit([.press(Sample.press(90, 900))])
        let wal = FileManager.default.contents(atPath: folder.database + "-wal")
        try store.close()
        try wal?.write(to: URL(fileURLWithPath: folder.database + "-wal"))
        let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try noise.write(to: URL(fileURLWithPath: folder.database))
        let restore = try await Restore(of: file, in: folder)
        guard case .unreadable = restore.present else {
            Issue.record("\(restore.present)")
            return
        }
        let kept = try #require(
            try await restore.perform(at: Sample.morning, who: "an", why: "hỏng đĩa").kept)
        #expect(try presses(folder) == 5)
        #expect(FileManager.default.contents(atPath: kept + "/hailong.sqlite") == noise)
        #expect(FileManager.default.contents(atPath: kept + "/hailong.sqlite-wal") == wal)
        let verification = try Store(reading: folder).verify(against: [])
        #expect(verification.findings == [])
        #expect(verification.explained.first?.restoration.left == nil)
    }

    @Test("a link to a copy is as good as the copy")
    func link() async throws {
        let (folder, _) = try await scene()
        let link = scratch.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "copy.sqlite")
        _ = try await restore(folder, from: link)
        try FileManager.default.removeItem(atPath: file)
        #expect(try presses(folder) == 5)
    }

    @Test("in an empty folder on a new machine it is the same ledger, with the anchors that came along")
    func newMachine() async throws {
        let (_, left) = try await scene()
        let folder = DataDirectory(scratch.path + "/new")
        let restore = try await Restore(of: file, in: folder)
        #expect(restore.present == .none)
        #expect(try await restore.perform(at: Sample.morning, who: "an", why: "máy mới").kept == nil)
        let store = try Store(reading: folder)
        #expect(store.ledger == left.ledger)
        #expect(try Store.anchors(in: folder.anchors).map(\.reason) == ["daily", "backup", "restore"])
        #expect(try store.verify(against: []).findings == [])
    }

    @Test("over the ledger of another centre, its anchors are explained too")
    func otherLedger() async throws {
        _ = try await scene()
        let other = try await Bench()
        try other.store.writeAnchor(at: Sample.morning, reason: "daily")
        try other.store.close()
        _ = try await restore(other.folder)
        let verification = try Store(reading: other.folder).verify(against: [])
        #expect(verification.findings == [])
        #expect(verification.explained.first?.restoration.left?.ledger == other.store.ledger)
    }

    @Test(
        "what holds no whole ledger is refused, and what there is stays as it is",
        arguments: ["text", "empty", "truncated", "foreign", "newer", "altered", "live", "link", "nothing", "folder"])
    func refused(what: String) async throws {
        let (folder, _) = try await scene()
        var source = file
        switch what {
        case "text": try Data("presses,12\n".utf8).write(to: URL(fileURLWithPath: file))
        case "empty": try Data().write(to: URL(fileURLWithPath: file))
        case "truncated":
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try handle.truncate(atOffset: try handle.seekToEnd() / 2)
            try handle.close()
        case "foreign":
            try FileManager.default.removeItem(atPath: file)
            try await DatabaseQueue(path: file).write { try $0.execute(sql: "CREATE TABLE press (x)") }
        case "newer":
            try await DatabaseQueue(path: file).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')")
            }
        case "altered":
            try await DatabaseQueue(path: file).write { db in
                try db.execute(sql: "DROP TRIGGER press_keeps; UPDATE press SET input = '5' WHERE sequence = 2")
            }
        case "live": source = folder.database
        case "link":
            source = scratch.path + "/link"
            try FileManager.default.createSymbolicLink(atPath: source, withDestinationPath: folder.database)
        case "nothing": source = scratch.path + "/nothing"
        default: source = scratch.path
        }
        let before = try contents(folder)
        let error = try #require(await #expect(throws: (any Error).self) { try await restore(folder, from: source) })
        if what == "newer" {
            #expect(error as? StoreError == .newerSchema(path: source))
        } else {
            #expect((error as? CopyError)?.isRefusal == true, "\(error)")
        }
        #expect(try contents(folder) == before)
    }

    @Test("without room for the copy nothing changes", .enabled(if: Disk.isPossible))
    func fullDisk() async throws {
        let (folder, left) = try await scene()
        let used = try contents(folder).values.reduce(0) { $0 + $1.count }
        let disk = try Disk(kilobytes: used / 1024 + 96)
        let full = DataDirectory(disk.path + "/data")
        try FileManager.default.copyItem(atPath: folder.path, toPath: full.path)
        await #expect(throws: CopyError.self) { try await restore(full) }
        #expect(!FileManager.default.fileExists(atPath: full.path + "/restoring"))
        #expect(try await LedgerCopy(checking: full.database).head == left.head)
    }

    @Test("it wants a reason, and the lock of the folder")
    func needs() async throws {
        let (folder, left) = try await scene()
        await #expect(throws: CopyError.noReason) {
            try await Restore(of: file, in: folder).perform(at: Sample.morning, who: "an", why: " \n")
        }
        let lock = try WriterLock(folder)
        await #expect(throws: StoreError.inUse(path: folder.path, holder: getpid())) {
            try await Restore(of: file, in: folder)
        }
        withExtendedLifetime(lock) {}
        #expect(try await LedgerCopy(checking: folder.database).head == left.head)
    }

    @Test("while another command reads the ledger, it is not replaced beneath it")
    func reader() async throws {
        let (folder, left) = try await scene()
        let reader = try Store(reading: folder)
        await #expect(throws: CopyError.inUse(path: folder.database)) { try await restore(folder) }
        try reader.close()
        #expect(try await LedgerCopy(checking: folder.database).head == left.head)
        _ = try await restore(folder)
        #expect(try presses(folder) == 5)
    }
}
