import GRDB

/// What can be wrong with a store, said so that a technician knows what to do.
public enum StoreError: Error, Hashable {
    /// The data folder cannot be made or written.
    case unusableDirectory(path: String, reason: String)
    /// There is no database in the folder.
    case noDatabase(path: String)
    /// A newer HaiLong has written this database.
    case newerSchema(path: String)
    /// Another process holds the lock.
    case inUse(path: String, holder: Int32?)
    /// SQLite did not take a setting that durability rests on.
    case unsafeMode(setting: String, value: String)
    /// The file is no database of ours.
    case damaged(path: String, reason: String)
    /// The WAL was removed beneath the running process; what it held is in the database.
    case walRemoved(path: String)
    /// The database was removed or replaced beneath the running process.
    case databaseRemoved(path: String)
    /// A re-projection was overtaken by other changes again and again.
    case busyDirectory
    /// There is no press with this key.
    case noSuchPress(String)
    /// A text to be kept has the character NUL, behind which SQLite's readers see nothing.
    case nulCharacter(in: String)
}

extension StoreError {
    /// Whether the input is at fault, and not the store.
    public var isRefusal: Bool {
        switch self {
        case .noSuchPress, .nulCharacter: true
        default: false
        }
    }
}

extension StoreError {
    /// What an error says of the file, if it says that the file is damaged: SQLite's word, or a value of a type that is
    /// never written there.
    init?(damage error: any Error, path: String) {
        switch error {
        case let error as RowDecodingError: self = .damaged(path: path, reason: error.description)
        case let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode):
            self = .damaged(path: path, reason: error.message ?? "\(error)")
        default: return nil
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// What, where, why, and what to do next.
    public var description: String {
        switch self {
        case .unusableDirectory(let path, let reason):
            "data folder \(path): \(reason). Check that it exists, that this user may write to it (ls -ld \(path); "
                + "if not, put sudo before the command), and that the disk is neither full nor mounted read-only."
        case .noDatabase(let path):
            "no database at \(path). Start the service once or run an import, or name the right folder with --data-dir."
        case .newerSchema(let path):
            "\(path) was written by a newer HaiLong. Install that version or a later one; nothing was changed."
        case .inUse(let path, let holder):
            "\(path) is held by \(holder.map { "process \($0)" } ?? "another process"). Only one service may use a "
                + "data folder: stop it (systemctl stop hailong) or give this one another --data-dir."
        case .unsafeMode(let setting, let value):
            "SQLite runs with \(setting)=\(value), which may lose receipted presses. Check the file system of the "
                + "data folder; network shares are not supported."
        case .damaged(let path, let reason):
            "\(path) cannot be read: \(reason). To put a backup in its place: hailong restore FILE --why …; this "
                + "file is kept, and the boxes deliver what they still hold."
        case .walRemoved(let path):
            "\(path) was removed while the service used it. What it held is safe in the database, but the service must "
                + "start again (systemctl restart hailong). Never remove files of the data folder."
        case .databaseRemoved(let path):
            "\(path) was removed or replaced while the service used it. If it was moved, move it back now, before the "
                + "service stops. Otherwise stop the service and put a backup in its place: hailong restore FILE --why …."
        case .busyDirectory:
            "the directory kept changing while the tables were recomputed; nothing was changed. Try again."
        case .noSuchPress(let key):
            "there is no press \(key) in the ledger. Look it up with 'hailong press list'."
        case .nulCharacter(let place):
            "\(place) has the character NUL (code 0), which no text may have; nothing was changed. Write it anew without it."
        }
    }
}
