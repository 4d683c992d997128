import Foundation
import Ratings
import Store

/// A data folder, a folder of ports and the real executable: what a service test works with.
struct Centre {
    let folder: String
    /// What the service and all commands have in their environment besides.
    var environment: [String: String] = [:]
    var data: String { folder + "/data" }
    var ports: String { folder + "/ports" }
    var log: String { folder + "/presses.csv" }

    /// The directory of the real centre.
    static let socTrang = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("config").path

    init(in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: ports, withIntermediateDirectories: true)
    }

    /// Runs a command on the data folder.
    func hailong(_ arguments: String...) async throws -> Finished { try await hailong(arguments) }

    /// Runs a command on the data folder.
    func hailong(_ arguments: [String]) async throws -> Finished {
        try await Executable.run(arguments + ["--data-dir", data], environment: environment)
    }

    /// Imports CSV files, given as name and text.
    func importFiles(_ files: [String: String]) async throws -> Finished {
        let source = folder + "/import"
        try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
        for (name, text) in files { try text.write(toFile: source + "/" + name, atomically: true, encoding: .utf8) }
        defer { try? FileManager.default.removeItem(atPath: source) }
        return try await hailong("import", source, "--why", "test")
    }

    /// Imports the real centre's directory.
    func importSocTrang() async throws -> Finished {
        try await hailong("import", Self.socTrang + "/soc-trang", "--why", "test")
    }

    /// Starts the service on the folder of ports, with these variables in its environment, and waits until it is ready.
    func serve(_ environment: [String: String] = [:]) async throws -> RunningCommand {
        try await serve(["--port", ports], environment: environment)
    }

    /// Starts the service with these options and waits until it is ready.
    func serve(_ options: [String], environment: [String: String] = [:]) async throws -> RunningCommand {
        let service = try RunningCommand(
            ["serve", "--data-dir", data] + options, environment: self.environment.merging(environment) { $1 })
        guard await service.waitForLine("ready") else { throw TestFailure("not ready: \(service.errorText)") }
        return service
    }

    /// Starts boxes and waits until they are there.
    func simulate(_ arguments: String..., ports: String? = nil, log: String? = nil) async throws -> RunningCommand {
        let command = ["simulate", "--dir", ports ?? self.ports, "--log", log ?? self.log] + arguments
        let boxes = try RunningCommand(command)
        guard await boxes.waitForLine("ready") else { throw TestFailure("no boxes: \(boxes.errorText)") }
        return boxes
    }

    /// Starts another box of the first one's identity. Its port is linked into the watched folder, as a second adapter
    /// would appear there.
    func simulateTwin() async throws -> RunningCommand {
        let other = folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        let twin = try await simulate("--boxes", "1", ports: other, log: folder + "/twin.csv")
        try FileManager.default.createSymbolicLink(atPath: ports + "/twin", withDestinationPath: other + "/box-01")
        return twin
    }

    /// A reader of the data folder.
    func store() throws -> Store { try Store(reading: DataDirectory(data)) }
}

/// Why a test cannot go on.
struct TestFailure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
