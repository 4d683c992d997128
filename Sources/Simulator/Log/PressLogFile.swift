import Foundation

/// The log as it is written: every line is with the kernel before the call returns.
final class PressLogFile {
    private let descriptor: Int32
    private let path: String

    /// Begins the log at `path`. A file that is there is kept as `path.old`.
    init(path: String) throws(FleetError) {
        self.path = path
        if access(path, F_OK) == 0, rename(path, path + ".old") != 0 {
            throw FleetError("\(path)", "the log of an earlier run cannot be moved to \(path).old")
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FleetError(path, "the log cannot be made") }
        try write(PressLogLine.header)
    }

    deinit { close(descriptor) }

    func write(_ line: String) throws(FleetError) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FleetError(path, "the log cannot be written") }
            written += count
        }
    }
}
