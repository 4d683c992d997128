import Foundation
import GRDB
import Ratings

/// A box heard lately.
public struct Heard: Hashable, Sendable {
    /// UID of the box.
    public var device: String
    /// Its boot.
    public var boot: UInt64
    /// First sequence it has not used yet.
    public var announced: UInt32
    /// When.
    public var at: Instant

    /// A box heard lately.
    public init(device: String, boot: UInt64, announced: UInt32, at: Instant) {
        self.device = device
        self.boot = boot
        self.announced = announced
        self.at = at
    }
}

extension Store {
    /// Stores all observations in one transaction, with their ratings and tallies. When this returns they are durable.
    /// Until then the calling thread is blocked: to wait on another one costs a press more than its rating does.
    /// - Throws: `DatabaseError`; then none was stored.
    public func commit(_ observations: [Observation]) throws -> [Receipt] {
        try writeHere { writer in try observations.map { try writer.take($0) } }
    }

    /// Notes when boxes, and the service itself, were last alive.
    /// - Throws: `DatabaseError`.
    public func noteAlive(at instant: Instant, heard: [Heard]) async throws {
        try await write { writer in try writer.noteAlive(at: instant, heard: heard) }
    }

    /// Answers a box's hello: ends the boots it has lost, notes the gap they leave as far as it is known, and says
    /// what is expected next. `heard` is what was not yet stored of the boxes' announcements.
    /// - Throws: `DatabaseError`.
    public func greet(_ greeting: Greeting, heard: [Heard]) async throws -> Standing {
        let ledger = self.ledger
        return try await write { writer in
            try writer.noteAlive(at: greeting.heard, heard: heard)
            return try writer.greet(greeting, ledger: ledger)
        }
    }

    /// Begins a run of the service: closes the run before at its last sign of life, and records the clock.
    /// - Throws: `DatabaseError`.
    public func beginRun(_ clock: ClockReading) async throws {
        try await write { writer in
            var records: [StoredRecord] = []
            // By its start the run before need not be the last: a host without a clock of its own starts in the past.
            for var last in writer.directory.runs where last.ended == nil {
                last.ended = try writer.lastSignOfLife(since: last.started)
                records.append(try StoredRecord(last))
            }
            // Two boxes that were live together are not known to be so any more; if they are, they will say so again.
            let next = try ChainHead(writer.db).next()
            for var doubt in writer.directory.duplicates.values.flatMap(\.self) where doubt.to == nil {
                doubt.to = next
                records.append(try StoredRecord(doubt))
            }
            records.append(try StoredRecord(ServiceRun(started: clock.wall)))
            try writer.append(
                Change(at: clock.wall, who: "hailong", action: "start", why: "service started", records: records))
            if clock.isSynchronized {
                try writer.record(ClockFact(reading: clock, step: .zero))
            }
        }
    }

    /// Records that the wall clock was stepped or set, and derives again the moments that waited for it.
    /// - Throws: `DatabaseError`.
    public func recordClock(_ fact: ClockFact) async throws {
        try await write { writer in try writer.record(fact) }
    }
}

extension LedgerWriter {
    func noteAlive(at instant: Instant, heard: [Heard]) throws {
        for box in heard {
            try BootRow.noteHeard(db, device: box.device, boot: box.boot, announced: box.announced, at: box.at)
            try db.execute(
                sql: "UPDATE box_state SET heard = max(heard, ?) WHERE device = ?",
                arguments: [box.at.milliseconds, box.device])
        }
        try db.execute(
            sql: "INSERT INTO alive (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
            arguments: [instant.milliseconds])
    }

    mutating func greet(_ greeting: Greeting, ledger: UInt64) throws -> Standing {
        let (device, heard) = (greeting.device, greeting.heard)
        let lastHeard = try Int64.fetchOne(db, sql: "SELECT heard FROM box_state WHERE device = ?", arguments: [device])
            .map(Instant.init(milliseconds:))
        try db.execute(
            sql: """
                INSERT INTO box_state (device, description, heard) VALUES (?, ?, ?)
                ON CONFLICT (device) DO UPDATE SET description = excluded.description, heard = max(heard, excluded.heard)
                """,
            arguments: [
                device, String(decoding: try JSONEncoder().encode(greeting.description), as: UTF8.self),
                heard.milliseconds,
            ])
        let counters = directory.assignments.holding(of: device, at: heard).first?.counters ?? []
        guard let boot = greeting.boot else {
            var gaps: [Gap] = []
            for lost in greeting.hasTwin ? [] : try BootRow.open(db, device: device) {
                let next = try expected(device: device, boot: lost.boot)
                try BootRow.end(db, device: device, boot: lost.boot, at: heard)
                guard next < lost.announced else { continue }
                let gap = Gap(
                    device: device, boot: lost.boot, from: next, to: lost.announced, cause: .coldStart, after: nil,
                    noticed: heard)
                try note(gap)
                gaps.append(gap)
            }
            return Standing(
                ledger: ledger, boot: UInt64.random(in: 1...UInt64.max), next: 0, dropped: 0, lastHeard: lastHeard,
                counters: counters, lost: gaps)
        }
        try BootRow.noteHeard(db, device: device, boot: boot, announced: greeting.next, at: heard)
        return Standing(
            ledger: ledger, boot: boot, next: try expected(device: device, boot: boot),
            dropped: try BootRow.dropped(db, device: device, boot: boot), lastHeard: lastHeard, counters: counters)
    }

    /// The sequence after the last one stored or recorded as missing.
    func expected(device: String, boot: UInt64) throws -> UInt32 {
        let last = try Int64.fetchOne(
            db, sql: "SELECT max(sequence) FROM press WHERE device = ? AND boot = ? AND conflict_with IS NULL",
            arguments: [device, Int64(bitPattern: boot)])
        let stored = last.map { UInt32(truncatingIfNeeded: $0 &+ 1) } ?? 0
        let missing = directory.gaps.values.filter { $0.device == device && $0.boot == boot && $0.cause != .coldStart }
        return max(stored, missing.map(\.to).max() ?? 0)
    }

    func lastSignOfLife(since started: Instant) throws -> Instant {
        let alive = try Int64.fetchOne(db, sql: "SELECT at FROM alive") ?? 0
        let wall = try Int64.fetchOne(db, sql: "SELECT wall FROM press ORDER BY position DESC LIMIT 1") ?? 0
        return max(started, Instant(milliseconds: max(alive, wall)))
    }

    mutating func record(_ fact: ClockFact) throws {
        let why = fact.step == .zero ? "clock is set" : "clock stepped by \(fact.step.inMilliseconds) ms"
        var records = [try StoredRecord(fact)]
        // The run that goes on began by the same clock.
        if fact.step != .zero, var run = directory.runs.last(where: { $0.ended == nil }) {
            records.append(StoredRecord(withdrawing: run))
            run.started = run.started + fact.step
            records.append(try StoredRecord(run))
        }
        try append(Change(at: fact.reading.wall, who: "hailong", action: "clock", why: why, records: records))
        _ = try refresh(.unsetClock(hostBoot: fact.reading.hostBoot))
    }
}
