/// One thing that is wrong in a script.
public struct ScriptProblem: Sendable, Equatable, CustomStringConvertible {
    /// The name of the file.
    public var file: String
    /// The line, from 1; 0 for the file as a whole.
    public var line: Int
    /// The column.
    public var field: String
    /// What is wrong with it.
    public var why: String
    /// What to do.
    public var remedy: String

    /// `file:line: field: why; remedy.`
    public var description: String {
        line == 0 ? "\(file): \(why); \(remedy)." : "\(file):\(line): \(field): \(why); \(remedy)."
    }
}

/// A script that was refused, with all that is wrong in it.
public struct ScriptError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The first problems.
    public var problems: [ScriptProblem]
    /// How many more there are.
    public var more: Int

    /// A line for each problem.
    public var description: String {
        let lines = problems.map(\.description)
        return (lines + (more > 0 ? ["and \(more) more problems."] : [])).joined(separator: "\n")
    }
}
