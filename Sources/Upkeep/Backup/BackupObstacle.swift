/// What is in the way of a copy in a folder, with its remedy.
public struct BackupObstacle: Error, Hashable, CustomStringConvertible {
    /// What, where, and what to do.
    public var description: String
}
