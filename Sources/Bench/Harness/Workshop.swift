import Foundation
import Ratings
import Store

/// Where benchmarks work: the folder of ledgers that are kept from run to run, and folders for a moment.
struct Workshop: Sendable {
    /// Below this folder everything is written; it is on the file system that is measured.
    let folder: String
    /// The executable that is measured.
    let executable: String
    /// Whether ledgers of 10⁷ presses are measured too.
    let isLarge: Bool

    /// A fresh data folder.
    func emptyFolder() throws -> DataFolder {
        try DataFolder("\(folder)/run-\(getpid())-\(UUID().uuidString.prefix(8))")
    }

    /// A fresh data folder with the directory of the centre in it.
    func emptyCentre() async throws -> DataFolder {
        let data = try emptyFolder()
        try await Self.found(data)
        return data
    }

    private static func found(_ data: DataFolder) async throws {
        let store = try Store(writing: data.directory)
        let records = try BenchCentre.records
        _ = try await store.make(
            Change(at: BenchCentre.since, who: "bench", action: "bench", why: "", records: records))
        try store.close()
    }

    /// The ledger with so many presses of years: made if it is not there, and not to be written.
    func years(_ presses: Int) async throws -> DataFolder {
        let path = "\(folder)/years-\(presses)"
        if FileManager.default.fileExists(atPath: path) {
            let data = try DataFolder(path, isKept: true)
            // One that an older version made gets the tables of this one.
            try Store(writing: data.directory).close()
            return data
        }
        print("making a ledger of \(Format.whole(Double(presses))) presses")
        let unfinished = path + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        let data = try DataFolder(unfinished, isKept: true)
        try await Self.found(data)
        let (ledger, years) = (try RawLedger(data), MadeYears(presses: presses))
        try ledger.hurry()
        for start in stride(from: 0, to: presses, by: 10_000) {
            try ledger.commit((start..<min(presses, start + 10_000)).lazy.map { years[$0] })
        }
        // Its last connection folds the WAL into the file.
        try Store(writing: data.directory).close()
        try FileManager.default.moveItem(atPath: unfinished, toPath: path)
        return try DataFolder(path, isKept: true)
    }

    /// A copy of that ledger, to be written; nothing of it is left to be synced.
    func copyOfYears(_ presses: Int) async throws -> DataFolder {
        let source = try await years(presses)
        let data = try emptyFolder()
        try FileManager.default.copyItem(atPath: source.database, toPath: data.database)
        sync()
        return data
    }

    /// The service on a data folder and the folder `ports` in it, once it is ready.
    func serve(_ data: DataFolder) throws -> MeasuredProcess {
        try MeasuredProcess(
            executable, ["serve", "--data-dir", data.path, "--port", data.path + "/ports"],
            log: folder + "/service.log")
    }
}
