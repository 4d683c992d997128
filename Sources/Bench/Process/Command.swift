import Foundation

/// A program that is run to its end.
enum Command {
    /// Runs a program, and tells how long it took from its start to its end.
    /// - Throws: `BenchError` with what it wrote to stderr, unless it ended well.
    @discardableResult static func time(_ program: String, _ arguments: [String], log: String) throws -> Double {
        guard FileManager.default.createFile(atPath: log, contents: nil),
            let errors = FileHandle(forWritingAtPath: log)
        else { throw BenchError("\(log) cannot be written") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        let began = ContinuousClock.now
        try MeasuredProcess.start(process)
        process.waitUntilExit()
        let time = began.duration(to: .now) / .seconds(1)
        guard process.terminationStatus == 0 else { throw BenchError("\(program) failed; see \(log)") }
        return time
    }
}
