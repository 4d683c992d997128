import Foundation
import Ratings
import Store

/// What the service remembers of its targets, in a file of the data folder: a stick that is not plugged in cannot say
/// itself what is on it, and a failure shall stay visible to other commands.
struct BackupJournal: Codable, Hashable {
    /// What is known of one target.
    struct Entry: Codable, Hashable {
        /// When the last copy was made there.
        var success: Instant?
        /// Why there is no newer one.
        var failure: BackupFailure?
    }

    /// By the target's path.
    private(set) var entries: [String: Entry] = [:]

    /// What the data folder's file tells; one that makes no sense tells nothing.
    init(in folder: DataDirectory) {
        guard let data = FileManager.default.contents(atPath: Self.path(folder)),
            let read = try? JSONDecoder().decode(BackupJournal.self, from: data)
        else { return }
        self = read
    }

    mutating func noteSuccess(at target: String, now: Instant) { entries[target] = Entry(success: now) }

    mutating func noteFailure(_ reason: String, at target: String, now: Instant) {
        let since = entries[target]?.failure?.since ?? now
        entries[target, default: Entry()].failure = BackupFailure(since: since, last: now, reason: reason)
    }

    /// Forgets targets that are none any more.
    mutating func keep(only targets: [String]) { entries = entries.filter { targets.contains($0.key) } }

    /// Writes it into the data folder.
    func write(to folder: DataDirectory) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: Self.path(folder)), options: .atomic)
    }

    private static func path(_ folder: DataDirectory) -> String { folder.path + "/backups.json" }
}
