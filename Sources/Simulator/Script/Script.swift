import Foundation

/// Presses and cables by the clock: a CSV file `box,button,moment`.
///
/// A box is a number from 1 or a UID; a button a number from 1, or `unplug` or `plug`; a moment is
/// `YYYY-MM-DDTHH:MM[:SS]` with or without an offset, or `+12.5`, seconds from the start. The earliest moment with a
/// date is the start. A file with a line that cannot be read is refused whole.
public struct Script: Sendable, Equatable {
    /// What a line does.
    public enum Action: Sendable, Equatable {
        /// Presses a button, from 1.
        case press(button: Int)
        /// Pulls the cable.
        case unplug
        /// Puts the cable in again.
        case plug
    }

    /// One line.
    public struct Row: Sendable, Equatable {
        /// The number of the box.
        public var box: Int
        /// What it does.
        public var action: Action
        /// When, from the start of the script.
        public var at: Duration
    }

    /// The most lines of a script.
    public static let mostRows = 1_000_000

    /// The lines in the order of their moments.
    public private(set) var rows: [Row]

    /// Reads the script in the file at `path`, for a fleet of so many boxes and buttons.
    public init(path: String, boxes: Int, buttons: Int = 5) throws(ScriptError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ScriptError(
                problems: [
                    ScriptProblem(
                        file: path, line: 0, field: "file", why: "cannot be read",
                        remedy: "name a CSV file with the header box,button,moment")
                ], more: 0)
        }
        try self.init(text: String(decoding: data, as: UTF8.self), file: path, boxes: boxes, buttons: buttons)
    }

    /// Reads a script from `text`; `file` is its name in messages.
    public init(text: String, file: String, boxes: Int, buttons: Int = 5) throws(ScriptError) {
        var reader = ScriptReader(file: file, boxes: boxes, buttons: buttons)
        rows = try reader.read(text)
    }

    /// When the last line is due.
    public var length: Duration { rows.last?.at ?? .zero }
}
