import Foundation

/// Results go to stdout, all else to stderr.
enum Output {
    /// Prints a line of the result.
    static func line(_ text: String) { write(text + "\n") }

    /// Prints a result as it is.
    static func text(_ text: String) { write(text) }

    /// Prints a line to stderr.
    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
