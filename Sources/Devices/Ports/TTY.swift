import CHost
import Foundation

/// A serial port, opened the one right way.
enum TTY {
    /// Opens `path` non-blocking, raw at 115200 8N1, for us alone, and so that closing it does not drop DTR, which
    /// would reset the board behind it.
    /// - Throws: `PortError`.
    static func open(_ path: String) throws -> Int32 {
        // Opening a FIFO or a regular file must not have effects: look first.
        var status = stat()
        guard stat(path, &status) == 0 else { throw PortError(path: path, call: "stat") }
        guard status.st_mode & S_IFMT == S_IFCHR else { throw PortError.noTTY(path: path) }
        guard !Console.isInUse(status.st_rdev) else { throw PortError.console(path: path) }
        let descriptor = Foundation.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw PortError(path: path, call: "open") }
        do {
            try claim(descriptor, path)
            try makeRaw(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private static func claim(_ descriptor: Int32, _ path: String) throws {
        guard isatty(descriptor) == 1 else { throw PortError.noTTY(path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw PortError.held(path: path, holder: LockTable.present.holders(of: descriptor).first)
        }
        guard hl_tty_claim(descriptor) == 0 else { throw PortError(path: path, call: "TIOCEXCL") }
    }

    private static func makeRaw(_ descriptor: Int32, _ path: String) throws {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { throw PortError(path: path, call: "tcgetattr") }
        cfmakeraw(&settings)
        settings.c_cflag &= ~(tcflag_t(HUPCL) | tcflag_t(CRTSCTS) | tcflag_t(CSTOPB) | tcflag_t(PARENB))
        settings.c_cflag |= tcflag_t(CLOCAL) | tcflag_t(CREAD) | tcflag_t(CS8)
        cfsetispeed(&settings, speed_t(B115200))
        cfsetospeed(&settings, speed_t(B115200))
        guard tcsetattr(descriptor, Int32(TCSANOW), &settings) == 0 else {
            throw PortError(path: path, call: "tcsetattr")
        }
    }
}
