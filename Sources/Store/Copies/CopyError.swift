import GRDB

/// Why a ledger could not be copied, or a copy not be put back. Nothing was changed then.
public enum CopyError: Error, Hashable {
    /// A file or folder cannot be read or written.
    case file(path: String, reason: String)
    /// The folder of the copy is not there.
    case noFolder(path: String)
    /// The copy is there already.
    case exists(path: String)
    /// The path is of the running ledger itself.
    case isLive(path: String)
    /// The path is of something else than a file.
    case noFile(path: String)
    /// The file does not hold a whole ledger.
    case unsound(path: String, reason: String)
    /// What was just copied does not verify.
    case unverified(path: String, reason: String)
    /// Other processes read the ledger that is to be replaced.
    case inUse(path: String)
    /// No reason was given, or too long a one.
    case noReason
}

extension CopyError {
    /// Whether the input is at fault, and not the machine.
    public var isRefusal: Bool {
        switch self {
        case .file, .noFolder, .unverified, .inUse: false
        case .exists, .isLive, .noFile, .unsound, .noReason: true
        }
    }
}

extension CopyError: CustomStringConvertible {
    /// What, where, why, and what to do next.
    public var description: String {
        switch self {
        case .file(let path, let reason):
            "\(path): \(reason). Check that the folder is there, that this user may write to it, and that its disk is "
                + "neither full (df -h) nor mounted read-only."
        case .noFolder(let path): "there is no folder \(path). Make it, plug the stick in, or mount the share."
        case .exists(let path): "\(path) is there already. Name another file, or overwrite it with --replace."
        case .isLive(let path):
            "\(path) belongs to the ledger in use, and is no place and no source for a copy. Name another file."
        case .noFile(let path): "there is no file \(path), or it is none that a copy can be. Name a backup's file."
        case .unsound(let path, let reason):
            "\(path) does not hold a whole ledger: \(reason). It was not used; name another backup."
        case .unverified(let path, let reason):
            "the copy for \(path) does not verify: \(reason). It was thrown away. Keep all earlier backups, run "
                + "'hailong verify', and check both disks (dmesg, smartctl)."
        case .inUse(let path):
            "\(path) is being read by another command. Let it end (lsof \(path)), then try again."
        case .noReason:
            "no reason was given, or one of more than 1000 characters. Give it with --why: the ledger keeps it."
        }
    }
}

extension DatabaseError {
    /// What the result code says: the message of a connection may be of an earlier call.
    var reason: String { DatabaseError(resultCode: resultCode).message ?? "\(self)" }
}
