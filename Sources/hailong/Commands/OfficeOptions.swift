import ArgumentParser
import Foundation
import Office
import Ratings
import Store

/// What every command takes that changes something a person decided: who, and whether to ask first.
struct OfficeOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "Who decides this. Default: the user who is logged in.")
    var who: String?

    @Flag(name: .long, help: "Only says what would change.")
    var preview = false

    @Flag(name: .long, help: "Does it without asking.")
    var yes = false

    /// The zone in which moments are typed.
    func zone() throws -> Zone {
        let folder = try common.folder()
        guard FileManager.default.fileExists(atPath: folder.database) else { return .vietnam }
        let store = try Store(reading: folder)
        return store.directory.settings.zone
    }

    func moment(_ text: String?) throws -> Instant? { try text.map { try zone().moment($0) } }

    /// Says what would change, asks where somebody is there to answer, and does it.
    func perform(_ request: OfficeRequest) async throws {
        let gate = OfficeGate(folder: try common.folder(), config: common.config)
        let expected = try await gate.perform(request, who: name, isPreview: true)
        for line in expected.lines { Output.line(line) }
        guard expected.errors.isEmpty else { throw CommandFailure.refused(nil) }
        guard !preview else { return }
        if !yes, isatty(STDIN_FILENO) == 1 { try ask() }
        let reply = try await gate.perform(request, who: name, isPreview: false)
        // Presses go on coming while a person reads: what was done is told again where it differs.
        if reply.movement != expected.movement { for line in reply.movement { Output.line(line) } }
        guard reply.errors.isEmpty else { throw CommandFailure.refused(reply.errors.joined(separator: "\n")) }
        Output.line(reply.isApplied ? "Đã thực hiện." : "Không thay đổi gì.")
    }

    /// Asks whoever is there whether to do it.
    func ask() throws {
        try? FileHandle.standardError.write(contentsOf: Data("Thực hiện? [c/K] ".utf8))
        guard let answer = readLine(), ["c", "co", "có", "y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure.refused("Không thay đổi gì.")
        }
    }

    /// Who decides.
    var name: String {
        let environment = ProcessInfo.processInfo.environment
        return who ?? environment["SUDO_USER"] ?? environment["USER"] ?? "uid \(getuid())"
    }
}
