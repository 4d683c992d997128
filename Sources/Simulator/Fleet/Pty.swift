import Foundation

/// The master side of a pseudo-terminal; its slave side is what a host opens as if it were a serial port.
///
/// Nobody holds the slave open but the host: so the kernel says when a host comes and goes (`POLLHUP` stands while
/// there is none), as a cable with a line for "terminal ready" does.
public final class Pty {
    // From <asm-generic/ioctls.h>: macros with a type in them, which do not come over from C.
    private static let unlock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    /// The descriptor of the master side, non-blocking.
    public let master: Int32
    /// The path of the slave side.
    public let path: String

    /// Opens a new pair.
    /// - Throws: `FleetError` where the kernel has none left.
    public init() throws(FleetError) {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard master >= 0 else { throw FleetError("/dev/ptmx", "no pseudo-terminal to be had") }
        do {
            path = try Self.prepareSlave(of: master)
        } catch {
            close(master)
            throw error
        }
        self.master = master
    }

    deinit { close(master) }

    private static func prepareSlave(of master: Int32) throws(FleetError) -> String {
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard ioctl(master, unlock, &isLocked) == 0, ioctl(master, getNumber, &number) == 0 else {
            throw FleetError("/dev/ptmx", "a pseudo-terminal cannot be opened")
        }
        let path = "/dev/pts/\(number)"
        let slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw FleetError(path, "cannot be opened") }
        defer { close(slave) }
        // Raw from the start: an echo would send the box's own bytes back to it before a host has set anything.
        var modes = termios()
        guard tcgetattr(slave, &modes) == 0 else { throw FleetError(path, "is no terminal") }
        cfmakeraw(&modes)
        cfsetspeed(&modes, speed_t(B115200))
        guard tcsetattr(slave, TCSANOW, &modes) == 0 else { throw FleetError(path, "cannot be made raw") }
        return path
    }

    /// What waits, nil when there is nothing or no host.
    func read(into buffer: inout [UInt8]) -> [UInt8]? {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// Writes as much as the kernel takes; how much it took.
    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        max(0, bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) })
    }
}
