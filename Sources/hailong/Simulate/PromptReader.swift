import Foundation

/// Reads the lines of stdin on a thread of its own, which ends with the process.
enum PromptReader {
    /// A line that is longer is cut.
    private static let longestLine = 1_024

    /// Hands every line to `body`, and the end of them.
    static func start(_ body: @escaping @Sendable (SimulateSession.Input) -> Void) {
        let thread = Thread {
            var line: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 512)
            while true {
                // Not stdio: a thread that waits in it holds a lock that the end of the process wants.
                let count = read(STDIN_FILENO, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for byte in buffer[..<count] {
                    if byte == UInt8(ascii: "\n") {
                        body(.line(String(decoding: line, as: UTF8.self)))
                        line.removeAll()
                    } else if line.count < longestLine {
                        line.append(byte)
                    }
                }
            }
            if !line.isEmpty { body(.line(String(decoding: line, as: UTF8.self))) }
            body(.endOfLines)
        }
        thread.start()
    }
}
