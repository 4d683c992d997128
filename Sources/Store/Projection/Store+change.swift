import Foundation
import GRDB
import Ratings

/// How a change, or a recomputation, moves the tables.
public struct TableMovement: Hashable, Sendable {
    /// Cells of the finest table, with what is added to them; never 0.
    public var cells: [TallyKey: Int]
    /// How many ratings come out different, counted or not.
    public var ratings: Int
    /// How many sums over spans of days were not what their cells add up to, or move with them: told by a rebuild only.
    public var sums: Int

    /// A movement.
    public init(cells: [TallyKey: Int], ratings: Int, sums: Int = 0) {
        self.cells = cells
        self.ratings = ratings
        self.sums = sums
    }

    /// Whether nothing moves.
    public var isEmpty: Bool { cells.isEmpty && ratings == 0 && sums == 0 }
}

extension Store {
    /// Ratings recomputed within one transaction at most; beyond that they are computed beside those in force.
    static let mostAtOnce = 5000
    /// Presses projected, and rows removed, in one transaction beside the commits: a press waits for one of them at most,
    /// which is to take no longer than a slow sync.
    private static let (stagedTogether, removedTogether) = (64, 500)

    /// Makes a change and recomputes what it touches; readers see all of it or nothing. With `isRehearsal` nothing is
    /// kept: the answer tells what would move.
    /// - Throws: `DatabaseError`, `StoreError.busyDirectory` or `.nulCharacter`; then nothing was changed.
    public func make(_ change: Change, isRehearsal: Bool = false) async throws -> TableMovement {
        // A rebuild appends it last, and a rehearsal of one never.
        try change.refuseNul()
        let scope = try ProjectionScope(change.records, in: directory)
        if try await needsRebuild(scope) { return try await rebuild(with: change, isRehearsal: isRehearsal) }
        let body: @Sendable (inout LedgerWriter) throws -> TableMovement = { writer in
            try writer.append(change)
            let cells = try writer.refresh(scope)
            return TableMovement(cells: cells, ratings: writer.projection.refreshed)
        }
        return isRehearsal ? try await rehearse(body) : try await write(body)
    }

    /// Computes all ratings and tallies again beside those in force, in short transactions, and puts them in force at
    /// once if any differ. Presses go on being taken meanwhile.
    /// - Throws: `DatabaseError`, `StoreError.busyDirectory`; then nothing was changed.
    public func reproject(isRehearsal: Bool = false) async throws -> TableMovement {
        try await rebuild(with: nil, isRehearsal: isRehearsal)
    }

    /// Whether recomputing what `scope` names would hold presses up if it were done in one transaction, or moves even
    /// the cells of ratings that stay the same.
    private func needsRebuild(_ scope: ProjectionScope) async throws -> Bool {
        if scope.movesDays { return true }
        return try await pool.read { db in
            let finder = ScopePositions(db: db, generation: try Projection.currentGeneration(db))
            return try finder.positions(in: scope, limit: Self.mostAtOnce + 1).count > Self.mostAtOnce
        }
    }

    private func rebuild(with change: Change?, isRehearsal: Bool) async throws -> TableMovement {
        await rebuilding.take()
        defer { rebuilding.giveBack() }
        for _ in 0..<5 {
            try await removeStaged()
            let (staged, movement) = try await stage(change)
            if isRehearsal || (movement.isEmpty && change == nil) {
                try await removeStaged()
                return movement
            }
            let isInForce = try await write { writer in
                guard try staged.isFresh(writer.db) else { return false }
                try staged.catchUp(writer.db)
                if let change { try writer.append(change) }
                try writer.switchGeneration(to: staged.generation)
                return true
            }
            try await removeStaged()
            if isInForce { return movement }
        }
        throw StoreError.busyDirectory
    }

    /// Projects the whole ledger into a generation of its own, in transactions short enough that no press waits.
    /// Returns it with how the tables would move, compared while both had projected the same presses.
    private func stage(_ change: Change?) async throws -> (StagedGeneration, TableMovement) {
        // The directory is read where no change can come between it and the mark that tells whether one came.
        var staged = try await pool.write { [self] db in
            var directory = self.directory
            for record in change?.records ?? [] { try directory.apply(record) }
            return try StagedGeneration(db, directory: directory)
        }
        while true {
            let next = staged
            let (advanced, isDone) = try await pool.write { db in
                var next = next
                let isDone = try next.advance(db, by: Self.stagedTogether)
                return (next, isDone)
            }
            staged = advanced
            if isDone {
                let done = staged
                let movement = try await pool.read { try done.isCaughtUp($0) ? done.movement($0) : nil }
                if let movement { return (staged, movement) }
            }
            await Task.yield()
        }
    }

    /// Removes generations that are not in force, a little at a time: those replaced, and one that was cut off.
    /// - Throws: `DatabaseError`.
    public func removeStaged() async throws {
        while try await pool.write({ try StagedGeneration.removeSome($0, limit: Self.removedTogether) }) {
            await Task.yield()
        }
    }
}
