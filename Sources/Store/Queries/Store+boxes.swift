import Foundation
import GRDB
import Ratings

/// What the store knows of one box.
public struct BoxRecordSummary: Codable, Hashable, Sendable {
    /// UID.
    public var device: String
    /// What it said of itself; nil for a box that was registered but never heard.
    public var description: BoxDescription?
    /// When it was last heard.
    public var heard: Instant?
    /// Presses in the ledger.
    public var taken: Int
    /// Presses kept as conflicts.
    public var conflicts: Int
    /// When its last press was made.
    public var lastPress: Instant?
    /// Presses that are missing.
    public var missing: Int
    /// Presses dropped because its ring was full.
    public var dropped: Int
    /// Times its ring was lost with nothing known to be in it, or something.
    public var ringsLost: Int
}

extension Store {
    /// All boxes that were registered or heard, by UID.
    /// - Throws: `DatabaseError`.
    public func boxSummaries() throws -> [BoxRecordSummary] {
        try pool.read { db in
            let directory = try Self.loadDirectory(db)
            let generation = try Projection.currentGeneration(db)
            var descriptions: [String: BoxDescription] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT device, description FROM box_state") {
                let text = try row.decode(String.self, atIndex: 1)
                descriptions[try row.decode(atIndex: 0)] = try JSONDecoder().decode(
                    BoxDescription.self, from: Data(text.utf8))
            }
            let heard = try Self.heard(db)
            let devices = Set(descriptions.keys).union(directory.boxes.keys).union(directory.assignments.owners)
            return try devices.sorted().map { device in
                let counts = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT count(*), count(conflict_with), max(moment) FROM press
                        LEFT JOIN rating ON rating.generation = ? AND rating.position = press.position
                        WHERE device = ?
                        """, arguments: [generation, device])
                let boots = try Row.fetchOne(
                    db, sql: "SELECT ifnull(sum(dropped), 0), count(ended) FROM boot WHERE device = ?",
                    arguments: [device])
                let gaps = directory.gaps.values.filter { $0.device == device }
                let conflicts: Int = counts?[1] ?? 0
                return BoxRecordSummary(
                    device: device, description: descriptions[device], heard: heard[device],
                    taken: (counts?[0] ?? 0) - conflicts, conflicts: conflicts,
                    lastPress: (counts?[2] as Int64?).map(Instant.init(milliseconds:)),
                    missing: try gaps.reduce(0) { try $0 + Self.missing(db, $1) }, dropped: boots?[0] ?? 0,
                    ringsLost: boots?[1] ?? 0)
            }
        }
    }

    /// All gaps with the presses still missing, in the order in which they were noticed.
    /// - Throws: `DatabaseError`.
    public func gaps() throws -> [TableSource.GapCount] {
        try pool.read { db in
            try Self.loadDirectory(db).gaps.values.sorted { ($0.noticed, $0.key) < ($1.noticed, $1.key) }.map {
                TableSource.GapCount(gap: $0, missing: try Self.missing(db, $0))
            }
        }
    }

    /// The position that the next row of the chain will have.
    /// - Throws: `DatabaseError`.
    public func nextPosition() throws -> Int64 { try pool.read { try ChainHead($0).position + 1 } }
}
