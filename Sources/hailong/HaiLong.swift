import ArgumentParser
import Documents
import Foundation
import Office
import Store

/// The command `hailong` with its subcommands.
@main
struct HaiLong: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hailong",
        abstract: "Takes every press of the centre's rating boxes exactly once, and makes Phụ lục II of them.",
        version: Version.current,
        subcommands: [
            ServeCommand.self, DevicesCommand.self, ReportCommand.self, CheckCommand.self, ImportCommand.self,
            ExportCommand.self, DossiersCommand.self, BoxCommand.self, DutyCommand.self, PressCommand.self,
            InviteCommand.self, SettingCommand.self,
            VerifyCommand.self, ReprojectCommand.self, BackupCommand.self, RestoreCommand.self, RecordCommand.self,
            UdevRulesCommand.self, DoctorCommand.self,
            SimulateCommand.self, DemoCommand.self,
        ])

    /// Parses, runs, and exits: 0 done, 1 findings or refused input, 2 usage, 3 cannot run.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as CommandFailure {
            if let message = error.message { Output.error(message) }
            Foundation.exit(error.status)
        } catch let error as OfficeError {
            Output.error("\(error)")
            Foundation.exit(CommandFailure.refused)
        } catch let error as CopyError where error.isRefusal {
            Output.error("error: \(error)")
            Foundation.exit(CommandFailure.refused)
        } catch let error as StoreError where error.isRefusal {
            Output.error("error: \(error)")
            Foundation.exit(CommandFailure.refused)
        } catch let error as PaperError {
            Output.error("error: \(error)")
            Foundation.exit(CommandFailure.cannotRun)
        } catch {
            finish(error)
        }
    }

    private static func finish(_ error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success:
            Output.line(fullMessage(for: error))
            Foundation.exit(0)
        case .validationFailure:
            Output.error(fullMessage(for: error))
            Foundation.exit(CommandFailure.usage)
        default:
            Output.error("error: \(error)")
            Foundation.exit(CommandFailure.cannotRun)
        }
    }
}
