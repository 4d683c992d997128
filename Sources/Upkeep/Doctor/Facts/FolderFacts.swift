/// The data folder and the file system it lies on.
public struct FolderFacts: Sendable {
    /// Path of the folder.
    public var path: String
    /// Owner and mode of the folder.
    public var owner: FileOwner
    /// Files in it that belong to somebody else than the service's user.
    public var foreignFiles: [String] = []
    /// Bytes that the service may still write.
    public var freeBytes: Int64 = .max
    /// Bytes of the file system.
    public var totalBytes: Int64 = 0
    /// Files that may still be made.
    public var freeFiles: Int64 = .max
    /// Files that the file system can hold; 0 where it has no bound.
    public var totalFiles: Int64 = 0
    /// Where its file system is mounted, if it is mounted read-only.
    public var readOnlyMount: String?

    /// A folder without faults.
    public init(path: String, owner: FileOwner) {
        self.path = path
        self.owner = owner
    }
}
