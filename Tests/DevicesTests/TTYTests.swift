import Foundation
import Testing

@testable import Devices

@Suite("Opening a port")
struct TTYTests {
    /// A pty of our own: the far end, and the path of the near one.
    private struct Pty: ~Copyable {
        let far: Int32
        let path: String

        init() throws {
            var (far, near): (Int32, Int32) = (-1, -1)
            var name = [CChar](repeating: 0, count: 128)
            guard openpty(&far, &near, &name, nil, nil) == 0 else { throw POSIXError(.EIO) }
            close(near)
            self.far = far
            path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        deinit { close(far) }
    }

    @Test("row 13: a port is raw, 8N1, and closing it does not drop DTR")
    func settings() throws {
        let pty = try Pty()
        let descriptor = try TTY.open(pty.path)
        defer { close(descriptor) }
        var settings = termios()
        #expect(tcgetattr(descriptor, &settings) == 0)
        #expect(settings.c_cflag & tcflag_t(HUPCL) == 0)
        #expect(settings.c_cflag & tcflag_t(CLOCAL) != 0)
        #expect(settings.c_cflag & tcflag_t(CSIZE) == tcflag_t(CS8))
        #expect(settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        #expect(fcntl(descriptor, F_GETFL) & O_NONBLOCK != 0)
    }

    @Test("row 12: a port that is held is refused, and its holder named")
    func held() throws {
        let pty = try Pty()
        let descriptor = try TTY.open(pty.path)
        defer { close(descriptor) }
        // Root passes the kernel's exclusive mode and meets our lock; anybody else meets the mode.
        #expect(throws: PortError.self) { try TTY.open(pty.path) }
        if geteuid() == 0 {
            #expect(throws: PortError.held(path: pty.path, holder: getpid())) { try TTY.open(pty.path) }
        }
    }

    @Test("what is no tty is not touched")
    func noTTY() throws {
        let file = NSTemporaryDirectory() + "hailong-no-tty-\(UUID().uuidString)"
        try "text".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(throws: PortError.noTTY(path: file)) { try TTY.open(file) }
        #expect(throws: PortError.noTTY(path: "/dev/null")) { try TTY.open("/dev/null") }
        #expect(throws: PortError.missing(path: file + "-not")) { try TTY.open(file + "-not") }
    }

    @Test("a terminal of the machine and somebody's login are left alone", arguments: ["/dev/tty", "/dev/console"])
    func console(_ path: String) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        #expect(throws: PortError.console(path: path)) { try TTY.open(path) }
    }

    @Test(
        "where processes are hidden, a login is known by utmp", arguments: [LOGIN_PROCESS, USER_PROCESS, DEAD_PROCESS])
    func utmp(_ type: Int32) throws {
        let pty = try Pty()
        var status = stat()
        #expect(stat(pty.path, &status) == 0)
        var record = utmpx()
        record.ut_type = Int16(type)
        withUnsafeMutableBytes(of: &record.ut_line) { $0.copyBytes(from: pty.path.dropFirst("/dev/".count).utf8) }
        let file = NSTemporaryDirectory() + "hailong-utmp-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let other = Data(repeating: 0, count: MemoryLayout<utmpx>.size)
        try (other + withUnsafeBytes(of: record) { Data($0) }).write(to: URL(fileURLWithPath: file))
        #expect(Console.isInUse(status.st_rdev, utmp: file) == (type != DEAD_PROCESS))
        #expect(!Console.isInUse(status.st_rdev, utmp: file + "-not"))
    }

    @Test("permission denied is told with the way out")
    func forbidden() async throws {
        let pty = try Pty()
        let path = pty.path
        chmod(path, 0)
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let setFileUser = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)
        // For the file system this thread alone is nobody; root would be let in.
        let error = await withCheckedContinuation { continuation in
            Thread {
                _ = setFileUser(65534)
                do {
                    close(try TTY.open(path))
                    continuation.resume(returning: nil as PortError?)
                } catch {
                    continuation.resume(returning: error as? PortError)
                }
            }.start()
        }
        #expect(error == .forbidden(path: path))
        #expect(error?.description.contains("group") ?? false)
    }
}
