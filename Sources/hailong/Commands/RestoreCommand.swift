import ArgumentParser
import Foundation
import Intake
import Ratings
import Store

/// `hailong restore`: puts a copy of the ledger in place of the ledger there is.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in place of the ledger, which is kept. No service may run.")

    @Argument(help: "The backup's file.")
    var file: String

    @OptionGroup var office: OfficeOptions

    @Option(name: .long, help: "The reason. It is recorded.")
    var why: String

    func run() async throws {
        let folder = try office.common.folder()
        let restore = try await Restore(of: file, in: folder)
        do {
            for line in CopyOverview.lines(restore, file: file, folder: folder.path) { Output.line(line) }
            guard !office.preview else { return try restore.discard() }
            if !office.yes {
                guard isatty(STDIN_FILENO) == 1 else {
                    throw CommandFailure.usage("nobody is there to answer: say --yes to do it, or --preview.")
                }
                try office.ask()
            }
        } catch {
            try? restore.discard()
            throw error
        }
        let outcome = try await restore.perform(at: SystemClock().read().wall, who: office.name, why: why)
        Output.line("Đã khôi phục.\(outcome.kept.map { " Sổ gốc trước đó được giữ tại \($0)." } ?? "")")
        if let failure = outcome.syncFailure {
            Output.error("warning: it may not outlive a power cut, as it may not be on the medium yet: \(failure)")
        }
        if let failure = outcome.anchorFailure { Output.error("warning: anchors.log has no line of it: \(failure)") }
        Output.line("Khởi động dịch vụ: systemctl start hailong")
    }
}
