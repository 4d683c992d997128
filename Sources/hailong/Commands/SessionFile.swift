import Foundation
import Ratings
import Sessions

/// A session as it is written: every line is in the file before the next byte is read.
struct SessionFile {
    private let path: String
    private let handle: FileHandle
    private var filter = SecretFilter()
    private var start: UInt64?
    private var last: UInt64 = 0
    /// Entries written.
    private(set) var count = 0

    /// Makes the file at `path`, which must not be there, with its header.
    init(creating path: String, header: SessionHeader) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            let why = errno == EEXIST ? "is there already; name a new file" : String(cString: strerror(errno))
            throw CommandFailure.refused("\(path): \(why).")
        }
        self.path = path
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try write(header.lines)
    }

    /// Takes what happened; secrets are left out.
    mutating func take(_ entry: SessionEntry) throws { try put(filter.take(entry)) }

    /// Writes what still waited for the end of its frame.
    mutating func end() throws { try put(filter.end()) }

    private mutating func put(_ entries: [SessionEntry]) throws {
        for entry in entries {
            // The link and its supervisor tell from two threads, so the odd millisecond is out of order.
            last = max(last, entry.at)
            let first = start ?? last
            start = first
            try write(SessionEntry(at: last - first, entry.event).lines)
            count += 1
        }
    }

    private func write(_ lines: [String]) throws {
        do {
            try handle.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        } catch {
            throw CommandFailure.cannotRun("\(path) cannot be written: \(error.systemReason). It ends here.")
        }
    }
}
