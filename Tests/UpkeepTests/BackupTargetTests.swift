import Foundation
import Ratings
import Store
import TestSupport
import Testing

@testable import Upkeep

@Suite("Folders for backups") struct BackupTargetTests {
    private let scratch = Scratch()
    private let now = Instant(milliseconds: 1_592_186_400_000)  // 2020-06-15T09:00 in Vietnam

    @Test("a folder that is not there and a file are no target")
    func missing() throws {
        #expect(BackupTarget(scratch.path + "/no").problem?.contains("no folder") == true)
        try Data().write(to: URL(fileURLWithPath: scratch.path + "/file"))
        #expect(BackupTarget(scratch.path + "/file").problem?.contains("no folder") == true)
        #expect(BackupTarget(scratch.path).problem == nil)
    }

    @Test("below the places of sticks and shares only a mounted one is fit", .enabled(if: Disk.isPossible))
    func mounted() throws {
        let media = scratch.path + "/media"
        try FileManager.default.createDirectory(atPath: media + "/stick/copies", withIntermediateDirectories: true)
        let target = BackupTarget(media + "/stick/copies", mountRoots: [media])
        #expect(target.problem?.contains("nothing is mounted") == true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: media + "/stick")
        #expect(BackupTarget(scratch.path + "/link", mountRoots: [media]).problem?.contains("nothing") == true)
        let disk = try Disk(kilobytes: 64, at: media + "/stick")
        #expect(BackupTarget(media + "/stick", mountRoots: [media]).problem == nil)
        #expect(BackupTarget(scratch.path + "/link", mountRoots: [media]).problem == nil)
        withExtendedLifetime(disk) {}
    }

    @Test("a folder gives a name with the date, a file is taken as it is, and neither where nothing is mounted")
    func place() throws {
        let file = try BackupTarget.file(at: scratch.path + "/", ledger: 0x3e94_8921_3c19_3c48, now: now, in: .vietnam)
        #expect(file == scratch.path + "/hailong-3e948921-2020-06-15-090000.sqlite")
        let other = scratch.path + "/x.sqlite"
        #expect(try BackupTarget.file(at: other, ledger: 1, now: now, in: .vietnam) == other)
        #expect(throws: BackupObstacle.self) {
            try BackupTarget.file(at: scratch.path + "/no/", ledger: 1, now: now, in: .vietnam)
        }
        #expect(throws: BackupObstacle.self) {
            try BackupTarget.file(at: scratch.path + "/no/x.sqlite", ledger: 1, now: now, in: .vietnam)
        }
    }
}
