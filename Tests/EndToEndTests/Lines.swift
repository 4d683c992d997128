import Foundation

/// A Unix socket over which lines are spoken.
final class Lines: Sendable {
    /// What the other side says; ends when it hangs up.
    let heard: AsyncStream<String>
    private let handle: FileHandle

    /// Connects to the socket at `path`; nil where nobody listens (yet).
    init?(path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard code == 0 else { return nil }
        heard = Self.lines(of: handle)
    }

    /// Says a line.
    func say(_ line: String) throws { try handle.write(contentsOf: Data((line + "\n").utf8)) }

    private static func lines(of handle: FileHandle) -> AsyncStream<String> {
        AsyncStream { continuation in
            let thread = Thread {
                var rest = Data()
                var buffer = [UInt8](repeating: 0, count: 4_096)
                // Not FileHandle's own reading: it ends the process where the other side was killed in mid-word.
                while case let count = read(handle.fileDescriptor, &buffer, buffer.count), count > 0 {
                    rest.append(contentsOf: buffer[..<count])
                    while let end = rest.firstIndex(of: 0x0A) {
                        continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                        rest = Data(rest[rest.index(after: end)...])
                    }
                }
                continuation.finish()
            }
            thread.start()
        }
    }
}
