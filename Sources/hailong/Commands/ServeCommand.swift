import ArgumentParser
import Devices
import Foundation
import Intake

/// `hailong serve`: takes presses until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Takes presses from boxes until it is told to stop.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "A tty, or a folder whose entries are ports and which is watched. May be repeated.")
    var port: [String] = []

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let ports = try port.isEmpty ? common.settings().ports ?? [] : port
        let service = try await CentreService(
            folder: try common.folder(), ports: PathPorts(ports), clock: SystemClock(), log: try common.logger(),
            onReady: { Output.line("ready") })
        try await service.run()
    }
}
