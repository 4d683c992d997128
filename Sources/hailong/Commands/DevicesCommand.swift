import ArgumentParser
import Foundation
import Intake
import Ratings
import Reports
import Store
import Upkeep

/// `hailong devices`: all boxes, and how they fare.
struct DevicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "All boxes: where they are, how their links fare, what they delivered.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: "Prints JSON.")
    var json = false

    func run() async throws {
        let folder = try common.folder()
        var links: [LinkState]?
        if case .links(let live) = try await ControlClient.ask(.links, at: folder.socket) { links = live }
        let store = try Store(reading: folder)
        let lines = BoxOverview.lines(
            summaries: try store.boxSummaries(), links: links, directory: store.directory,
            now: SystemClock().read().wall)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            Output.line(String(decoding: try encoder.encode(lines), as: UTF8.self))
        } else {
            Output.text(BoxOverview.table(lines))
            let zone = store.directory.settings.zone
            for state in BackupState.all(
                try common.settings().backups(in: folder), folder: folder, ledger: store.ledger,
                now: SystemClock().read().wall, in: zone)
            {
                Output.line(CopyOverview.text(state, zone: zone))
            }
            if links == nil { Output.error("the service is not running: links are not known") }
        }
    }
}
