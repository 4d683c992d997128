import Foundation
import Logging
import Ratings
import Synchronization

/// Returns once `condition` holds, where no event tells; the test's time limit ends a wait in vain.
func waitUntil(_ condition: () async throws -> Bool) async throws {
    while try await !condition() { try await Task.sleep(for: .milliseconds(1)) }
}

/// A clock that stands where it was put.
final class StandingClock: HostClock {
    private let reading: Mutex<ClockReading>

    init(_ wall: Instant) {
        reading = Mutex(ClockReading(wall: wall, hostBoot: "host", bootTime: .zero, isSynchronized: true))
    }

    /// Both clocks go on by `duration`.
    func advance(_ duration: Duration) {
        reading.withLock { reading in
            reading.wall = reading.wall + duration
            reading.bootTime += duration
        }
    }

    func read() -> ClockReading { reading.withLock { $0 } }
}

/// Keeps what was logged.
final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])

    /// Messages so far.
    var messages: [String] { lines.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(book: self) } }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { book.lines.withLock { $0.append("\(event.message)") } }
    }
}

/// A folder that goes away with this value.
final class Scratch: Sendable {
    let path = NSTemporaryDirectory() + "hailong-\(UUID().uuidString)"

    init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A small file system in memory that goes away with this value; only root may make one.
final class Disk: Sendable {
    let path: String

    static let isPossible: Bool = getuid() == 0 && (try? Disk(kilobytes: 64)) != nil

    init(kilobytes: Int, at path: String = NSTemporaryDirectory() + "hailong-disk-\(UUID().uuidString)") throws {
        self.path = path
        mkdir(path, 0o700)
        guard mount("none", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { throw POSIXError(.EPERM) }
    }

    deinit {
        umount2(path, 2)  // MNT_DETACH
        rmdir(path)
    }
}
