import Foundation

/// A process that a test has started: `hailong`, if nothing else is said.
final class RunningCommand: Sendable {
    /// Its stdout, line by line.
    let lines: AsyncStream<String>
    let processID: Int32
    private let exit: AsyncStream<Int32>
    private let errorFile: String
    private let stdin: FileHandle
    /// Nobody may spawn between the making of a pipe and its mark that children do not inherit it.
    private static let spawning = NSLock()

    /// Starts `hailong`, or another program, with these arguments. Its signal mask is clean, whatever the test's thread
    /// has blocked. `environment` comes on top of the test's own.
    init(
        _ arguments: [String], program: String = Executable.path, environment: [String: String] = [:],
        input text: String? = nil
    ) throws {
        Self.spawning.lock()
        defer { Self.spawning.unlock() }
        let (input, output) = (try CommandPipe(), try CommandPipe())
        errorFile = NSTemporaryDirectory() + "hailong-test-\(UUID().uuidString).log"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input.reading.fileDescriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing.fileDescriptor, 1)
        posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var pid: Int32 = 0
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        let inherited = ProcessInfo.processInfo.environment
        let variables = inherited.merging(environment) { $1 }.map { "\($0)=\($1)" }
        var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for pointer in words + surroundings { free(pointer) } }
        let code = posix_spawnp(&pid, program, &actions, &attributes, &words, &surroundings)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        processID = pid
        try input.reading.close()
        try output.writing.close()
        stdin = input.writing
        lines = Self.lines(of: output.reading)
        exit = Self.exit(of: pid)
        if let text {
            try stdin.write(contentsOf: Data(text.utf8))
            try stdin.close()
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: errorFile) }

    /// Waits until a line of stdout begins with `prefix`; false if there comes none.
    func waitForLine(_ prefix: String) async -> Bool {
        for await line in lines where line.hasPrefix(prefix) { return true }
        return false
    }

    /// Types a line.
    func type(_ line: String) throws { try stdin.write(contentsOf: Data((line + "\n").utf8)) }

    /// Presses a button of a simulated box, and waits until the box has its receipt.
    func press(_ box: Int, button: Int) async throws -> Bool {
        try type("press \(box) \(button)")
        try type("wait")
        return await waitForLine("receipted")
    }

    /// Sends a signal.
    func signal(_ number: Int32) { kill(processID, number) }

    /// Waits for its end: the exit status, or minus the signal that ended it.
    func exitStatus() async -> Int32 {
        for await status in exit { return status }
        return .min
    }

    /// Its stderr so far.
    var errorText: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

    private static func lines(of handle: FileHandle) -> AsyncStream<String> {
        AsyncStream { continuation in
            let thread = Thread {
                var rest = Data()
                while case let data = handle.availableData, !data.isEmpty {
                    rest.append(data)
                    while let end = rest.firstIndex(of: 0x0A) {
                        continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                        rest = Data(rest[rest.index(after: end)...])
                    }
                }
                if !rest.isEmpty { continuation.yield(String(decoding: rest, as: UTF8.self)) }
                continuation.finish()
            }
            thread.start()
        }
    }

    private static func exit(of pid: Int32) -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let thread = Thread {
                var status: Int32 = 0
                while waitpid(pid, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7F
                continuation.yield(signal == 0 ? (status >> 8) & 0xFF : -signal)
                continuation.finish()
            }
            thread.start()
        }
    }
}

/// A pipe that no other child inherits: an end left open in a sibling would hide that this command has ended.
private struct CommandPipe {
    let reading: FileHandle
    let writing: FileHandle

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        writing = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    }
}
