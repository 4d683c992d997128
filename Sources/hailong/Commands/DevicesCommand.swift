import ArgumentParser
import Control
import Foundation
import Intake
import Ratings
import Store
import Upkeep

/// `hailong devices`: all boxes, and how they fare.
struct DevicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "All boxes: where they are, how their links fare, what they delivered.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: "Prints JSON.")
    var json = false

    @Flag(name: .long, help: "Counts of the past days instead of the present: which box or cable is bad since when.")
    var history = false

    @Option(name: .long, help: "With --history: so many days, today among them.")
    var days = 7

    @Option(name: .long, help: "With --history: only the box of this UID.")
    var box: String?

    func validate() throws {
        guard (1...400).contains(days) else { throw ValidationError("--days takes 1 to 400.") }
        guard history || box == nil else { throw ValidationError("--box goes with --history.") }
    }

    func run() async throws {
        let folder = try common.folder()
        if history { return try printHistory(try Store(reading: folder)) }
        var links: [LinkState]?
        if case .links(let live, _) = try await ControlClient.ask(.links, at: folder.socket) { links = live }
        let store = try Store(reading: folder)
        let lines = BoxOverview.lines(
            summaries: try store.boxSummaries(), links: links, directory: store.directory,
            now: SystemClock().read().wall)
        if json {
            Output.text(try JSONText.of(lines))
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

    private func printHistory(_ store: Store) throws {
        let today = store.directory.settings.zone.day(of: SystemClock().read().wall)
        let counts = try store.linkCounts(in: today.advanced(by: 1 - days)...today)
        let lines = LinkHistory.lines(counts, box: box?.lowercased(), directory: store.directory)
        if json {
            Output.text(try JSONText.of(lines))
        } else if lines.isEmpty {
            Output.line("Chưa có số liệu kết nối trong \(days) ngày qua.")
        } else {
            Output.text(LinkHistory.table(lines))
        }
        Output.error("Số liệu của vài phút gần đây có thể chưa có: dịch vụ ghi 5 phút một lần.")
    }
}
