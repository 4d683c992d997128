/// The database and its WAL, as this process holds them open. What is written lasts only while the names lead to them:
/// a file without a name goes with the process.
struct LedgerFiles {
    enum Loss {
        /// The WAL's name is gone, or leads elsewhere.
        case wal
        /// The database's name is gone, or leads elsewhere.
        case database
    }

    private let path: String
    private let database: DurableFile.Identity?
    private let wal: DurableFile.Identity?

    /// The files below `path`, which have just been opened.
    init(_ path: String) {
        self.path = path
        database = DurableFile.identity(path)
        wal = DurableFile.identity(Self.wal(of: path))
    }

    /// What another process would not find.
    var loss: Loss? {
        if DurableFile.identity(path) != database { return .database }
        return DurableFile.identity(Self.wal(of: path)) == wal ? nil : .wal
    }

    static func wal(of path: String) -> String { path + "-wal" }
}
