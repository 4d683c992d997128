import Logging
import Synchronization

/// Keeps what was logged.
public final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])
    private let level: Logger.Level

    /// An empty book that takes what is of this level or above.
    public init(_ level: Logger.Level = .trace) { self.level = level }

    /// Messages so far.
    public var messages: [String] { lines.withLock { $0 } }

    /// A logger that writes into this book.
    public var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(book: self) }
        logger.logLevel = level
        return logger
    }

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
