import Foundation
import Logging

/// Writes log lines as journald wants them from a service: with their priority in front, and without a time, which the
/// journal has itself.
public struct JournalLogHandler: LogHandler {
    /// What each line bears besides its own.
    public var metadata: Logger.Metadata = [:]
    /// Lines below it are left out.
    public var logLevel = Logger.Level.notice
    private let write: @Sendable (String) -> Void

    /// A handler whose lines, with their ends, go to `write`.
    public init(write: @escaping @Sendable (String) -> Void) { self.write = write }

    /// A handler that writes to stderr; nil where stderr does not lead to the journal.
    public static var standardError: JournalLogHandler? {
        guard let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"], isStandardError(stream) else {
            return nil
        }
        // A journal that has gone away takes lines along, not the service.
        return JournalLogHandler { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) }
    }

    /// Whether stderr is the file of this `device:inode`.
    static func isStandardError(_ stream: String) -> Bool {
        var status = stat()
        return fstat(STDERR_FILENO, &status) == 0 && stream == "\(status.st_dev):\(status.st_ino)"
    }

    /// A value that each line bears.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = values.sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
        // One fact, one line: what a box or an error brings along must not begin another.
        let text = "\(event.message)\(details)".split(whereSeparator: \.isNewline).joined(separator: " ")
        write("<\(event.level.priority)>\(text)\n")
    }
}

extension Logger.Level {
    /// As `syslog(3)` and `sd-daemon(3)` number it.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
