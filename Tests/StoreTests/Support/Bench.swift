import Foundation
import GRDB
import Ratings
import Testing

@testable import Store

/// A store in a folder of its own, which goes away with it.
final class Bench: Sendable {
    let folder: DataDirectory
    let store: Store

    /// A fresh store whose directory holds `records`.
    init(_ records: [any DirectoryRecord] = Bench.standing) async throws {
        folder = DataDirectory(Bench.newPath())
        store = try Store(writing: folder)
        try await change(records)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    static func newPath() -> String { NSTemporaryDirectory() + "hailong-\(UUID().uuidString)" }

    /// Commits presses and returns their receipts.
    @discardableResult
    func take(_ presses: [Press]) async throws -> [Receipt] {
        try store.commit(presses.map { .press($0) })
    }

    @discardableResult
    func take(_ presses: Press...) async throws -> [Receipt] { try await take(presses) }

    /// Makes one change of these records.
    @discardableResult
    func change(_ records: [any DirectoryRecord], isRehearsal: Bool = false) async throws -> TableMovement {
        try await make(try records.map { try StoredRecord($0) }, isRehearsal: isRehearsal)
    }

    @discardableResult
    func change(_ records: any DirectoryRecord..., isRehearsal: Bool = false) async throws -> TableMovement {
        try await change(records, isRehearsal: isRehearsal)
    }

    @discardableResult
    func withdraw(_ record: some DirectoryRecord) async throws -> TableMovement {
        try await make([StoredRecord(withdrawing: record)])
    }

    @discardableResult
    func make(_ records: [StoredRecord], isRehearsal: Bool = false) async throws -> TableMovement {
        let change = Change(
            at: Instant(milliseconds: 0), who: "kiểm thử", action: "test", why: "test", records: records)
        return try await store.make(change, isRehearsal: isRehearsal)
    }

    /// All presses with what became of them, by ledger position.
    func rated() throws -> [RatedPress] {
        var all: [RatedPress] = []
        try store.forEachPress { all.append($0) }
        return all
    }

    func rating(_ key: PressKey) throws -> Rating {
        try #require(try rated().first { $0.press.key == key && $0.rating.verdict != .conflict }).rating
    }

    func verdicts() throws -> [Verdict] { try rated().map(\.rating.verdict) }

    /// All tallies there are.
    func tallies() throws -> Set<Tally> {
        Set(try store.tallies(for: Day(number: -1_000_000)...Day(number: 1_000_000)))
    }

    /// Checks that tallies say the same as counting the ratings, and that projecting anew changes nothing.
    func expectConsistent(_ note: Comment? = nil, _ location: SourceLocation = #_sourceLocation) async throws {
        let settings = store.directory.settings
        let keys = try rated().compactMap { TallyKey($0.rating, in: settings.zone(at: $0.rating.moment)) }
        let counted = Set(Dictionary(grouping: keys, by: \.self).map { Tally(key: $0.key, count: $0.value.count) })
        #expect(try tallies() == counted, note, sourceLocation: location)
        try expectSums(of: Day(number: -10_000)...Day(number: 40_000), note, location)
        #expect(try await store.reproject(isRehearsal: true).isEmpty, note, sourceLocation: location)
    }

    /// Checks that what is counted by hour and by officer in `days` is what the tallies of these days add up to.
    func expectSums(
        of days: ClosedRange<Day>, _ note: Comment? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws {
        var (hours, officers): ([String: Int], [String: Int]) = ([:], [:])
        for tally in try store.tallies(for: days) {
            hours["\(tally.key.day.weekday) \(tally.key.hour) \(tally.key.column)", default: 0] += tally.count
            officers["\(tally.key.officer ?? "") \(tally.key.column)", default: 0] += tally.count
        }
        let byHour = try store.hourCounts(for: days).map { ("\($0.weekday) \($0.hour) \($0.column)", $0.count) }
        let byOfficer = try store.officerCounts(for: days).map { ("\($0.officer ?? "") \($0.column)", $0.count) }
        #expect(Dictionary(uniqueKeysWithValues: byHour) == hours, note, sourceLocation: location)
        #expect(Dictionary(uniqueKeysWithValues: byOfficer) == officers, note, sourceLocation: location)
    }

    /// Does what only somebody with the file in hand can do: no trigger stands in the way, and all are there again.
    func tamper(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { db in
            let triggers = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, sql FROM sqlite_master WHERE name IN (
                        'press_stays', 'press_keeps', 'change_stays', 'change_keeps', 'document_stays', 'document_keeps')
                    """)
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            try db.execute(sql: sql, arguments: arguments)
            for trigger in triggers { try db.execute(sql: trigger[1]) }
        }
        try queue.close()
    }

    /// What `verify` finds of the chain, whatever it says of what is derived.
    func chainFindings(against anchors: [Anchor] = []) throws -> [Verification.Finding] {
        try findings(against: anchors).filter {
            switch $0 {
            case .ratings, .tallies: false
            default: true
            }
        }
    }

    func findings(against anchors: [Anchor] = []) throws -> [Verification.Finding] {
        try store.verify(against: anchors).findings
    }
}
