import Foundation
import GRDB
import Ratings
import TestSupport
import Testing

@testable import Store

@Suite("Opening a store") struct OpeningTests {
    private func emptyFolder() -> DataDirectory { DataDirectory(Bench.newPath()) }

    private func remove(_ folder: DataDirectory) { try? FileManager.default.removeItem(atPath: folder.path) }

    private func pragma(_ store: Store, _ name: String) throws -> String? {
        try store.pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    @Test("row 15: synchronous is FULL after opening, the first time and again")
    func synchronousIsFull() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        for _ in 0..<2 {
            let store = try Store(writing: folder)
            #expect(try pragma(store, "synchronous") == "2")
            #expect(try pragma(store, "journal_mode") == "wal")
            try store.close()
        }
    }

    @Test("row 15: a mode that may lose receipted presses is noticed", arguments: ["OFF", "NORMAL"])
    func unsafeMode(mode: String) throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        let store = try Store(writing: folder)
        try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(mode)") }
        let value = mode == "OFF" ? "0" : "1"
        #expect(throws: StoreError.unsafeMode(setting: "synchronous", value: value)) { try store.assertDurable() }
    }

    @Test("a new folder's name is brought to the medium, once, and that of each folder made around it")
    func newFolder() throws {
        let outer = emptyFolder().path
        defer { try? FileManager.default.removeItem(atPath: outer) }
        let folder = DataDirectory(outer + "/var/data")
        var synced: [String] = []
        #expect(throws: StoreError.unusableDirectory(path: folder.path, reason: "no sync")) {
            try folder.create {
                synced.append($0)
                if synced.count == 2 { throw CopyError.file(path: $0, reason: "no sync") }
            }
        }
        #expect(!FileManager.default.fileExists(atPath: outer))
        synced = []
        for _ in 0..<2 { try folder.create { synced.append($0) } }
        #expect(synced == [(outer as NSString).deletingLastPathComponent, outer, outer + "/var"])
    }

    @Test("a folder below a file cannot be used")
    func belowFile() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        try Data().write(to: URL(fileURLWithPath: folder.path))
        let below = DataDirectory(folder.path + "/data")
        let error = try #require(throws: StoreError.self) { try Store(writing: below) }
        guard case .unusableDirectory(below.path, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(error.description.contains("ls -ld \(below.path)"))
    }

    @Test("a read-only file system is refused with the reason", .enabled(if: Disk.isPossible))
    func readOnly() async throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        try Store(writing: folder).close()
        try await Disk.withReadOnly(folder.path) {
            let error = try #require(throws: StoreError.self) { try Store(writing: folder) }
            guard case .unusableDirectory(folder.path, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(throws: StoreError.self) { try WriterLock(folder) }
            #expect(error.description.contains("mounted read-only"))
        }
    }

    @Test("what root makes in another user's folder belongs to that user", .enabled(if: geteuid() == 0))
    func handedOver() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        try folder.create()
        let (user, group): (uid_t, gid_t) = (65_534, 65_533)
        try #require(chown(folder.path, user, group) == 0)
        let lock = try WriterLock(folder)
        let store = try Store(writing: folder)
        try store.writeAnchor(at: Sample.morning, reason: "test")
        let made = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(made).isSuperset(of: ["anchors.log", "hailong.lock", "hailong.sqlite", "hailong.sqlite-wal"]))
        for name in made {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            #expect(attributes[.ownerAccountID] as? Int == Int(user), "\(name)")
            #expect(attributes[.groupOwnerAccountID] as? Int == Int(group), "\(name)")
        }
        withExtendedLifetime(lock) {}
        try store.close()
    }

    @Test("root does not give away what a link in the folder points to", .enabled(if: geteuid() == 0))
    func linkIsNotFollowed() throws {
        let folder = emptyFolder()
        let other = emptyFolder()
        defer { [folder, other].forEach(remove) }
        try folder.create()
        try Data().write(to: URL(fileURLWithPath: other.path))
        try FileManager.default.createSymbolicLink(atPath: folder.anchors, withDestinationPath: other.path)
        try #require(chown(folder.path, 65_534, 65_533) == 0)
        try folder.handOver([folder.anchors])
        let attributes = try FileManager.default.attributesOfItem(atPath: other.path)
        #expect(attributes[.ownerAccountID] as? Int == 0)
    }

    @Test("a reader sees how the file is set up, and whether an older program has written it")
    func form() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        let store = try Store(writing: folder)
        #expect(try Store(checking: folder).form() == DatabaseForm(journalMode: "wal", isOlder: false))
        try store.pool.write { try $0.execute(sql: "DELETE FROM grdb_migrations") }
        #expect(try Store(checking: folder).form().isOlder)
        try store.close()
    }

    @Test("where there is no database, reading says so and makes none")
    func noDatabase() throws {
        let folder = emptyFolder()
        #expect(throws: StoreError.noDatabase(path: folder.database)) { try Store(reading: folder) }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("a database of a newer version is left as it is")
    func newerSchema() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        let store = try Store(writing: folder)
        try store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
        try store.close()
        #expect(throws: StoreError.newerSchema(path: folder.database)) { try Store(writing: folder) }
        #expect(throws: StoreError.newerSchema(path: folder.database)) { try Store(reading: folder) }
    }

    @Test(
        "a file that is no database, or not ours, is called damaged",
        arguments: ["noise", "foreign", "truncated", "record"])
    func damaged(how: String) throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        try folder.create()
        switch how {
        case "noise":
            try Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(
                to: URL(fileURLWithPath: folder.database))
        case "foreign":
            let queue = try DatabaseQueue(path: folder.database)
            try queue.write { try $0.execute(sql: "CREATE TABLE press (x)") }
            try queue.close()
        case "truncated":
            try Store(writing: folder).close()
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.database))
            try handle.truncate(atOffset: 4096)
            try handle.close()
        default:
            let store = try Store(writing: folder)
            try store.pool.write { try $0.execute(sql: "INSERT INTO record VALUES ('officer', 'x', 'nonsense', 1)") }
            try store.close()
        }
        for open in [{ try Store(writing: folder) }, { try Store(reading: folder) }] {
            let error = try #require(throws: StoreError.self) { try open() }
            guard case .damaged(folder.database, _) = error else {
                Issue.record("\(how): \(error)")
                continue
            }
            #expect(error.description.contains("put a backup in its place"))
        }
    }

    @Test("a second writer is told who holds the folder, until the first lets go")
    func writerLock() throws {
        let folder = emptyFolder()
        defer { remove(folder) }
        var lock: WriterLock? = try WriterLock(folder)
        #expect(throws: StoreError.inUse(path: folder.path, holder: getpid())) { try WriterLock(folder) }
        withExtendedLifetime(lock) {}
        lock = nil
        _ = try WriterLock(folder)
    }

    @Test("every error says what to do next")
    func descriptions() {
        let errors: [StoreError] = [
            .unusableDirectory(path: "/d", reason: "r"), .noDatabase(path: "/d"), .newerSchema(path: "/d"),
            .inUse(path: "/d", holder: 7), .inUse(path: "/d", holder: nil), .unsafeMode(setting: "s", value: "v"),
            .damaged(path: "/d", reason: "r"), .busyDirectory, .noSuchPress("b/1/2"),
            .walRemoved(path: "/d"), .databaseRemoved(path: "/d"),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        #expect(errors.allSatisfy { $0.description.hasSuffix(".") })
        #expect(errors[3].description.contains("process 7"))
    }
}
