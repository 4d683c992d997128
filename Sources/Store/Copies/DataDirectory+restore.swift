import Foundation

extension DataDirectory {
    /// Where a copy is made ready before it is put in place.
    var staging: DataDirectory { DataDirectory(path + "/restoring") }

    /// A folder for a ledger that is left behind.
    func setAside(_ timestamp: String) -> DataDirectory { DataDirectory(path + "/" + Self.setAsidePrefix + timestamp) }

    private static let setAsidePrefix = "set-aside-"

    /// Takes back what a restore that was cut short began: its copy, and the second name of the database, beneath which
    /// another command would write the same file with a lock and a WAL of its own. Only for who holds the lock.
    /// - Throws: `CopyError`.
    func undoRestore() throws {
        try DurableFile.remove(staging.path)
        let live = DurableFile.identity(database)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where name.hasPrefix(Self.setAsidePrefix) {
            let kept = DataDirectory(path + "/" + name)
            if live != nil, DurableFile.identity(kept.database) == live {
                // What lay beside the database is part of it.
                for suffix in ["-wal", "-shm", "-journal"]
                where DurableFile.identity(kept.database + suffix) != nil
                    && DurableFile.identity(database + suffix) == nil
                {
                    try DurableFile.rename(kept.database + suffix, to: database + suffix)
                }
                try DurableFile.sync(path)
                try DurableFile.remove(kept.database)
            }
            // Only an empty one goes.
            if rmdir(kept.path) == 0 { try DurableFile.sync(path) }
        }
    }
}
