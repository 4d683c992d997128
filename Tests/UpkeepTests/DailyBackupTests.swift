import Foundation
import Logging
import Ratings
import ServiceLifecycle
import Store
import TestSupport
import Testing

@testable import Upkeep

@Suite("Daily backups", .timeLimit(.minutes(5))) struct DailyBackupTests {
    private let scratch = Scratch()
    private let start = Instant(milliseconds: 1_592_186_400_000)  // 2020-06-15T09:00 in Vietnam

    /// Runs it at every millisecond while `body` runs.
    private func keep(
        _ store: Store, _ settings: BackupSettings, _ clock: StandingClock, log: Logger = LogBook().logger,
        mountRoots: [String] = [], _ body: () async throws -> Void
    ) async throws {
        let service = DailyBackup(
            store: store, settings: settings, clock: clock, log: log, interval: .milliseconds(1), pause: .seconds(1),
            mountRoots: mountRoots)
        let group = ServiceGroup(services: [service], logger: LogBook().logger)
        async let running: Void = group.run()
        do {
            try await body()
        } catch {
            await group.triggerGracefulShutdown()
            try await running
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".sqlite") }
            .sorted()
    }

    private func state(_ store: Store, _ settings: BackupSettings, _ clock: StandingClock) throws -> BackupState {
        try #require(
            BackupState.all(
                settings, folder: store.folder, ledger: store.ledger, now: clock.read().wall, in: .vietnam
            ).first)
    }

    @Test("the usual folder is made, and gets one copy a day from the set time on")
    func daily() async throws {
        let store = try Store(writing: DataDirectory(scratch.path + "/data"))
        let clock = StandingClock(start)
        let folder = DailyBackup.usualTarget(in: store.folder)
        let settings = BackupSettings(targets: [folder])
        #expect(try state(store, settings, clock).isDue)
        try await keep(store, settings, clock) {
            try await waitUntil { names(folder).count == 1 }
            clock.advance(.seconds(2 * 3600))
            clock.advance(.seconds(45 * 60))
            try await waitUntil { names(folder).first?.contains("-114500-") == true }
            clock.advance(.seconds(6 * 3600))
        }
        // Of one day the newest stays.
        #expect(names(folder).map { String($0.dropFirst(17)) } == ["2020-06-15-114500-daily.sqlite"])
        let now = try state(store, settings, clock)
        #expect(now.newest == start + .seconds(9900) && !now.isDue && now.failure == nil && now.problem == nil)
        let copy = try await LedgerCopy(checking: folder + "/" + names(folder)[0])
        #expect(copy.ledger == store.ledger && copy.verification.findings == [])
    }

    @Test("a target that fails is told of, stays visible, is tried again, and does not hold up the others")
    func failing() async throws {
        let store = try Store(writing: DataDirectory(scratch.path + "/data"))
        let (clock, book) = (StandingClock(start), LogBook())
        let (bad, good) = (scratch.path + "/media/stick", DailyBackup.usualTarget(in: store.folder))
        let settings = BackupSettings(targets: [bad, good])
        try FileManager.default.createDirectory(atPath: scratch.path + "/media", withIntermediateDirectories: false)
        try await keep(store, settings, clock, log: book.logger, mountRoots: [scratch.path + "/media"]) {
            try await waitUntil { names(good).count == 1 }
            try await waitUntil { try state(store, settings, clock).failure != nil }
            #expect(try state(store, settings, clock).failure?.reason.contains(bad) == true)
            #expect(book.messages.count { $0 == "backup failed" } == 1)
            // A folder alone will not do where a stick should be.
            try FileManager.default.createDirectory(atPath: bad, withIntermediateDirectories: false)
            clock.advance(.seconds(1))
            try await waitUntil {
                try state(store, settings, clock).failure?.reason.contains("nothing is mounted") == true
            }
            #expect(try state(store, settings, clock).failure?.since == start)
        }
        // Without the wall of mounts it is any folder.
        try await keep(store, settings, clock, log: book.logger) {
            try await waitUntil { names(bad).count == 1 }
            try await waitUntil { try state(store, settings, clock).failure == nil }
        }
        #expect(names(good).count == 1)
    }

    @Test("a stick taken away after its copy was made is no failure until the next one is due")
    func unplugged() async throws {
        let store = try Store(writing: DataDirectory(scratch.path + "/data"))
        let (clock, book) = (StandingClock(start), LogBook())
        let stick = scratch.path + "/stick"
        let settings = BackupSettings(targets: [stick])
        try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: false)
        try await keep(store, settings, clock, log: book.logger) {
            try await waitUntil { try state(store, settings, clock).newest == start }
            try await waitUntil { book.messages.contains("ledger copied") }
            try await waitUntil { FileManager.default.fileExists(atPath: store.folder.path + "/backups.json") }
            try FileManager.default.moveItem(atPath: stick, toPath: stick + "-away")
            #expect(try state(store, settings, clock).newest == start)
            clock.advance(.seconds(9900))
            try await waitUntil { try state(store, settings, clock).failure != nil }
        }
        #expect(try state(store, settings, clock).failure?.since == start + .seconds(9900))
    }

    @Test(
        "a full stick is told of, keeps nothing half-written, and the service's own old copies go",
        .enabled(if: Disk.isPossible))
    func fullAndRotated() async throws {
        let store = try Store(writing: DataDirectory(scratch.path + "/data"))
        let (clock, book) = (StandingClock(start), LogBook())
        let disk = try Disk(kilobytes: 16)
        var settings = BackupSettings(targets: [disk.path])
        try await keep(store, settings, clock, log: book.logger) {
            try await waitUntil { book.messages.contains("backup failed") }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])

        let folder = scratch.path + "/copies"
        settings = BackupSettings(targets: [folder], rotation: BackupRotation(days: 1, months: 0))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data().write(to: URL(fileURLWithPath: folder + "/thesis.sqlite"))
        try await keep(store, settings, clock) {
            try await waitUntil { names(folder).count == 2 }
            clock.advance(.seconds(86_400))
            try await waitUntil { names(folder).contains { $0.contains("2020-06-16") } }
            try await waitUntil { names(folder).count == 2 }
        }
        #expect(names(folder).last == "thesis.sqlite")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }
}
