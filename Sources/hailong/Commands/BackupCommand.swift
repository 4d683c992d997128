import ArgumentParser
import Foundation
import Intake
import Ratings
import Store
import Upkeep

/// `hailong backup`: copies the ledger, beside a running service or without one.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the ledger to one file and checks the copy; the service goes on.")

    @Argument(help: "The file to make, or a folder in which it gets a name with the date.")
    var file: String

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: "Overwrites the file if it is there.")
    var replace = false

    func run() async throws {
        let store = try Store(checking: try common.folder())
        let zone = (try? store.readDirectory())?.settings.zone ?? .vietnam
        let now = SystemClock().read().wall
        let path = try BackupTarget.file(at: file, ledger: store.ledger, now: now, in: zone)
        let copy = try await store.backup(to: path, at: now, replacing: replace)
        Output.line("Đã sao lưu vào \(path) và đã kiểm tra: chuỗi nguyên vẹn.")
        Output.line(CopyOverview.text(copy))
        for finding in copy.verification.findings { Output.line("Lưu ý: \(finding)") }
        try store.close()
    }
}
