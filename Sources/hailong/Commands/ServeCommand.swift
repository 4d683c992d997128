import ArgumentParser
import Devices
import Foundation
import Intake
import Logging
import Watching

/// `hailong serve`: takes presses until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Takes presses from boxes until it is told to stop.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "A tty, or a folder whose entries are ports and which is watched. May be repeated.")
    var port: [String] = []

    /// For tests, whose logs are too short to be copied otherwise; see `Checkpointer`.
    @Option(
        name: .long,
        help: ArgumentHelp("Copy the write-ahead log from so many pages on (for tests).", visibility: .hidden))
    var logPages: Int?

    func validate() throws {
        if let logPages, logPages < 1 { throw ValidationError("--log-pages takes a number from 1 on.") }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let log = try common.logger()
        let folder = try common.folder()
        let service = try await CentreService(
            folder: folder, ports: try ports(log), clock: SystemClock(), log: log,
            config: common.config, backups: try common.settings().backups(in: folder), manager: Systemd.present,
            logPages: logPages, onReady: { Output.line("ready") })
        try await service.run()
    }

    /// Ports named on the command line are all there are; those of the settings come beside what udev finds.
    private func ports(_ log: Logger) throws -> any PortSource {
        guard port.isEmpty else { return PathPorts(port) }
        let settings = try common.settings()
        let found = UdevPorts(settings.adapters ?? AdapterRule.known, log: log)
        return settings.ports.map { JoinedPorts([found, PathPorts($0)]) } ?? found
    }
}
