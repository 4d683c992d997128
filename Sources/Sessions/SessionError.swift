/// Why a file is no session.
public struct SessionError: Error, Hashable, CustomStringConvertible {
    /// The name of the file.
    public var file: String
    /// The line, from 1; 0 for the file as a whole.
    public var line: Int
    /// What is wrong with it.
    public var why: String

    /// `file:line: why`.
    public var description: String { line == 0 ? "\(file): \(why)" : "\(file):\(line): \(why)" }
}
