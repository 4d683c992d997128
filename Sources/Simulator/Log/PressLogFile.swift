import Foundation

/// The log as it is written: every line is with the kernel before the call returns.
final class PressLogFile {
    private let descriptor: Int32
    private let path: String

    /// Begins the log at `path`. A file that is there is kept as `path.old`; what is no file, as a pipe, is written to.
    init(path: String) throws(FleetError) {
        self.path = path
        var status = stat()
        let isThere = stat(path, &status) == 0
        let isFile = status.st_mode & S_IFMT == S_IFREG
        if isThere, isFile, rename(path, path + ".old") != 0 {
            throw FleetError(path, "the log of an earlier run cannot be moved to \(path).old")
        }
        let creation = isThere && !isFile ? 0 : O_CREAT | O_EXCL
        descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | creation, 0o644)
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
