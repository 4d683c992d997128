import Foundation

/// `witness.c` beside a centre's data folder: what to start `hailong` with, and the medium's faults.
struct Witness {
    let log: String
    private let folder: String
    private let faults: String
    private let library: String

    /// What fails of the data folder's files; see `witness.c`.
    struct Fault {
        /// `w` write, `s` sync, `o` open, `t` truncate, `n` names.
        var calls: String
        /// What the paths of the files end with; `*` for all.
        var files = "*"
        /// So many calls succeed first.
        var after = 0
        /// So many calls fail then.
        var count = 1_000_000
        var error: Int32
    }

    init(of centre: Centre) throws {
        library = try Preload.witness.get()
        // The kernel names files by their real path.
        let data = URL(fileURLWithPath: centre.folder).resolvingSymlinksInPath().path + "/data"
        (folder, log, faults) = (data, centre.folder + "/witness.log", centre.folder + "/faults")
    }

    /// The environment of a witnessed `hailong`.
    var environment: [String: String] {
        ["LD_PRELOAD": library, "WITNESS_FOLDER": folder, "WITNESS_LOG": log, "WITNESS_FAULTS": faults]
    }

    /// From now on, and until `heal`, this fails.
    func fail(_ fault: Fault) throws {
        let line = "\(fault.calls) \(fault.files) \(fault.after) \(fault.count) \(fault.error)\n"
        try line.write(toFile: faults, atomically: true, encoding: .utf8)
    }

    /// Nothing fails any more.
    func heal() throws { try FileManager.default.removeItem(atPath: faults) }
}
