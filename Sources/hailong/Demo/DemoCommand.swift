import ArgumentParser
import Foundation
import Ratings
import Reports
import Store
import Synchronization

/// `hailong demo`: the golden month on simulated boxes, from the buttons to Phụ lục II.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Plays one real month on simulated boxes and prints its Phụ lục II.",
        discussion: "Then it stays up, and buttons can be pressed from a prompt; without a terminal it ends.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: "Ends after the table.")
    var once = false

    @Option(name: .long, help: "Writes the table as CSV to this file too.")
    var csv: String?

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let folder = try freshFolder()
        defer { if common.dataDir == nil { try? FileManager.default.removeItem(atPath: folder.path) } }
        let source = (common.config ?? "config") + "/soc-trang"
        guard FileManager.default.fileExists(atPath: source) else {
            throw CommandFailure.cannotRun(
                "there is no folder \(source): name the project's config folder with --config.")
        }
        let month = try GoldenMonth(folder: source)
        var log = try common.logger()
        // Boxes come and go all the time here: only what is wrong is worth a line between the tables.
        log.logLevel = max(log.logLevel, .warning)
        let demo = try await Demo(month, in: folder, log: log)
        let isComplete = Atomic(false)
        do {
            try await demo.whileServing { [once, csv] in
                try await demo.play()
                let table = try demo.table()
                Output.text(TextRenderer.render(table, zone: month.zone))
                if let csv {
                    try OutputFile.write(Data(CSVRenderer.render(table).utf8), to: csv, replacing: true)
                }
                try demo.check()
                isComplete.store(true, ordering: .relaxed)
                if !once, isatty(STDIN_FILENO) == 1 { await DemoPrompt(demo: demo).run() }
            }
        } catch {
            await demo.close()
            throw error
        }
        await demo.close()
        guard isComplete.load(ordering: .relaxed) else {
            throw CommandFailure.refused("interrupted before the table was there")
        }
    }

    /// The folder given, which must be empty, or a new one.
    private func freshFolder() throws -> DataDirectory {
        guard let path = common.dataDir else {
            return DataDirectory(NSTemporaryDirectory() + "/hailong-demo-\(getpid())")
        }
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard entries.isEmpty else {
            throw CommandFailure.refused("\(path) is not empty: the demo wants a fresh folder. Name another.")
        }
        return DataDirectory(path)
    }
}
