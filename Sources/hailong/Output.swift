import Foundation
import Ratings

/// Results go to stdout, all else to stderr.
enum Output {
    /// Prints a line of the result.
    static func line(_ text: String) { write(text + "\n") }

    /// Prints a result as it is.
    static func text(_ text: String) { write(text) }

    /// Prints a result as it is.
    static func bytes(_ bytes: Data) { write(bytes) }

    /// Prints a line to stderr.
    static func error(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }

    private static func write(_ text: String) { write(Data(text.utf8)) }

    private static func write(_ bytes: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            // A reader who has seen enough, as "head" has, is no failure; a result that did not get out is one.
            if Self.isBrokenPipe(error) { return }
            Self.error("error: the result cannot be written: \(error.systemReason)")
            Foundation.exit(CommandFailure.cannotRun)
        }
    }

    private static func isBrokenPipe(_ error: any Error) -> Bool {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return [error as NSError, underlying].contains { $0?.domain == NSPOSIXErrorDomain && $0?.code == Int(EPIPE) }
    }
}
