/// Ends a command with a status, and says why on stderr.
struct CommandFailure: Error {
    /// Findings, or input that was refused.
    static let refused: Int32 = 1
    /// The words of the command are off.
    static let usage: Int32 = 2
    /// It cannot run here and now.
    static let cannotRun: Int32 = 3

    var status: Int32
    var message: String?

    static func refused(_ message: String?) -> CommandFailure { CommandFailure(status: refused, message: message) }
    static func usage(_ message: String) -> CommandFailure { CommandFailure(status: usage, message: message) }
    static func cannotRun(_ message: String) -> CommandFailure { CommandFailure(status: cannotRun, message: message) }
}
