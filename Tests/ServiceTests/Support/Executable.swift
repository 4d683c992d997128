import Foundation

/// The real executable, built beside the tests.
enum Executable {
    /// Path of `hailong`.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        return bundle.appendingPathComponent("hailong").path
    }()

    /// Runs `hailong` to its end.
    static func run(_ arguments: String..., input: String = "") async throws -> Finished {
        try await run(arguments, input: input)
    }

    /// Runs `hailong` to its end.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) async throws -> Finished {
        let command = try RunningCommand(arguments, environment: environment, input: input)
        var lines: [String] = []
        for await line in command.lines { lines.append(line) }
        let status = await command.exitStatus()
        return Finished(status: status, lines: lines, errors: command.errorText)
    }
}

/// A command that has ended.
struct Finished {
    var status: Int32
    var lines: [String]
    var errors: String
    var text: String { lines.joined(separator: "\n") }
}
