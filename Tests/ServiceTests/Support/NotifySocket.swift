import Foundation

/// The datagram socket on which a service manager hears what a service tells.
final class NotifySocket: Sendable {
    let path: String
    private let descriptor: Int32

    /// Binds the socket at `path`.
    init(_ path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// For a service that is to tell this manager: often, so that nobody has to wait for it.
    var environment: [String: String] { ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "200000"] }

    /// The next thing told, as lines; nil if nothing is told for so long.
    func next(within seconds: Double) async -> [String]? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                var buffer = [UInt8](repeating: 0, count: 4096)
                guard Foundation.poll(&poll, 1, Int32(seconds * 1000)) == 1,
                    case let count = recv(descriptor, &buffer, buffer.count, 0),
                    count > 0
                else { return continuation.resume(returning: nil) }
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                continuation.resume(returning: text.split(separator: "\n").map(String.init))
            }
        }
    }

    /// Waits until a line is told that begins and goes on so, and returns it; nil if there is none within 30 s.
    func line(_ prefix: String, containing part: String? = nil) async -> String? {
        let deadline = ContinuousClock.now.advanced(by: .seconds(30))
        while ContinuousClock.now < deadline, let lines = await next(within: 30) {
            let line = lines.first { $0.hasPrefix(prefix) && (part.map($0.contains) ?? true) }
            if let line { return line }
        }
        return nil
    }
}
