import Foundation
import GRDB
import Ratings
import Simulator
import Store

/// A data folder as a power cut left it.
struct Aftermath {
    let folder: DataDirectory

    /// Writes these files into a new folder at `path`.
    init(_ files: [String: [UInt8]], at path: String) throws {
        folder = DataDirectory(path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, bytes) in files {
            let file = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// What is wrong once the service's store has opened it; empty if all of `required` is there, once, and nothing
    /// that is not in `allowed`.
    func flaws(required: Set<LoggedPress>, allowed: Set<LoggedPress>) -> [String] {
        do {
            let store = try Store(writing: folder)
            defer { try? store.close() }
            var flaws = try store.verify(against: []).findings.map(\.description)
            var all: [LoggedPress] = []
            try store.forEachPress { row in
                all.append(LoggedPress(row.press))
                if row.rating.verdict == .conflict { flaws.append("\(row.press.key) is in conflict") }
            }
            let stored = Set(all)
            if stored.count != all.count { flaws.append("\(all.count - stored.count) presses are stored twice") }
            let (missing, invented) = (required.subtracting(stored), stored.subtracting(allowed))
            if !missing.isEmpty { flaws.append("\(missing.count) of \(required.count) receipted presses are missing") }
            if !invented.isEmpty { flaws.append("\(invented.count) presses were never made") }
            return flaws
        } catch {
            return ["\(error)"]
        }
    }

    /// All presses that SQLite finds there, however little else there is; none in a database that it calls damaged.
    func presses() throws -> Set<LoggedPress> {
        do {
            return try storedPresses()
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            return []
        }
    }

    private func storedPresses() throws -> Set<LoggedPress> {
        let queue = try DatabaseQueue(path: folder.database)
        return try queue.read { db in
            guard try db.tableExists("press") else { return [] }
            let rows = try Row.fetchAll(db, sql: "SELECT device, boot, sequence, input FROM press")
            return Set(
                rows.map { row in
                    LoggedPress(
                        device: row[0], boot: UInt64(bitPattern: row[1] as Int64), sequence: row[2],
                        button: Int(row[3] as String) ?? 0)
                })
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder.path) }
}

extension LoggedPress {
    /// A stored press as the simulator's log names it.
    init(_ press: Press) {
        self.init(
            device: press.key.device, boot: press.key.boot, sequence: press.key.sequence, button: Int(press.input) ?? 0)
    }
}
