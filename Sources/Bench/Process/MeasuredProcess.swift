import Foundation

/// A process that is measured from outside.
final class MeasuredProcess {
    private let process = Process()
    private let output = Pipe()
    private let errors: FileHandle
    /// From its start to its line "ready".
    let timeToReady: Duration

    /// Starts a program and waits until it says that it is ready. What it writes to stderr goes into the file `log`.
    init(_ program: String, _ arguments: [String], log: String) throws {
        guard FileManager.default.createFile(atPath: log, contents: nil),
            let errors = FileHandle(forWritingAtPath: log)
        else { throw BenchError("\(log) cannot be written") }
        self.errors = errors
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        let began = ContinuousClock.now
        try Self.start(process)
        var text = ""
        while !text.contains("ready\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw BenchError("\(program) ended before it was ready; see \(log)") }
            text += String(decoding: data, as: UTF8.self)
        }
        timeToReady = began.duration(to: .now)
    }

    /// A thread of Swift's own pool takes no signals, and what it starts inherits that: it could not be ended.
    static func start(_ process: Process) throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    deinit { stop() }

    var id: Int32 { process.processIdentifier }

    /// Ends it in good order and waits for that.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// CPU time used so far, all threads.
    func cpu() throws -> Duration {
        let text = try String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        let columns = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard columns.count > 12, let user = Int(columns[12]), let system = Int(columns[13]) else {
            throw BenchError("/proc/\(id)/stat reads otherwise than expected")
        }
        return .milliseconds((user + system) * 1000 / sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Memory of a kind ("Rss", "Pss", "Private_Dirty") in MiB.
    func memory(_ kind: String) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(id)/smaps_rollup", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(kind):") }
        guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) else {
            throw BenchError("/proc/\(id)/smaps_rollup has no \(kind)")
        }
        return kilobytes / 1024
    }
}
