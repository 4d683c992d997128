import Foundation

/// A wall clock that a test sets under a process (`Fixtures/wrong-clock.c`): its own error, not the machine's.
struct WrongClock {
    private let library: String
    private let path: String
    /// How far ahead the process sees the wall clock.
    private(set) var ahead = Duration.zero
    /// Whether the kernel calls the wall clock disciplined.
    private(set) var isDisciplined = true

    /// A right clock, with its files in `folder`.
    init(in folder: String) throws {
        library = try Preload.wrongClock.get()
        path = folder + "/wrong-clock"
        try write()
    }

    /// What a process needs in its environment to live by this clock.
    var environment: [String: String] { ["LD_PRELOAD": library, "WRONG_CLOCK": path] }

    /// Sets the clock for all processes that live by it.
    mutating func set(ahead: Duration, isDisciplined: Bool = true) throws {
        self.ahead = ahead
        self.isDisciplined = isDisciplined
        try write()
    }

    /// Sets the clock to a moment.
    mutating func set(to moment: Date, isDisciplined: Bool) throws {
        try set(ahead: .seconds(Int64(moment.timeIntervalSinceNow)), isDisciplined: isDisciplined)
    }

    /// In place, not by a new file: processes have it mapped.
    private func write() throws {
        let (seconds, attoseconds) = ahead.components
        let values = [seconds * 1000 + attoseconds / 1_000_000_000_000_000, isDisciplined ? 1 : 0]
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw TestFailure("\(path) cannot be opened: errno \(errno)") }
        defer { close(descriptor) }
        let count = values.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard count == 16 else { throw TestFailure("\(path) cannot be written: errno \(errno)") }
    }
}
