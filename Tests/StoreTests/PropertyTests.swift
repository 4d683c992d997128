import Ratings
import Testing

@testable import Store

/// Whatever happens in whatever order: the projection is what the ledger says, and the chain is whole.
@Suite("Properties") struct PropertyTests {
    @Test("random presses and changes leave what projecting anew would give", arguments: 1...12)
    func reprojectIsIdentical(seed: UInt64) async throws {
        var world = RandomWorld(seed: seed)
        let bench = try await Bench(Bench.standing + [ServiceRun(started: Sample.morning + .seconds(300))])
        var waiting = world.presses(160)
        var records: [any DirectoryRecord] = []
        var taken: [Press] = []
        var now = 0.0
        for step in 0... {
            guard !waiting.isEmpty || step < 90 else { break }
            now += 20
            switch Int.random(in: 0..<10, using: &world.numbers) {
            case 0..<5:
                // As many in one transaction as come together, now and then several of one boot.
                var batch = (0..<min(waiting.count, world.one([1, 4, 12]))).map { _ in
                    // Mostly in order, sometimes from far behind.
                    waiting.remove(at: world.chance(70) ? 0 : Int.random(in: waiting.indices, using: &world.numbers))
                }
                if world.chance(20), var again = taken.randomElement(using: &world.numbers) {
                    if world.chance(50) { again.input = "1" }
                    batch.append(again)
                }
                try await bench.take(batch.map { arriving($0, now, &world) })
                taken += batch
            case 5..<8:
                let record = world.record()
                try await bench.change(record)
                records.append(record)
            case 8:
                guard let record = records.randomElement(using: &world.numbers) else { continue }
                try await bench.withdraw(record)
            default: try await decide(bench, taken, now, &world)
            }
            if step.isMultiple(of: 30) { try await bench.expectConsistent("seed \(seed), step \(step)") }
        }
        try await bench.expectConsistent("seed \(seed), at the end")
        #expect(try bench.findings() == [])
        let rated = try bench.rated()
        try bench.store.close()
        let reopened = try Store(writing: bench.folder)
        #expect(try await reopened.reproject().isEmpty, "seed \(seed), opened again")
        var again: [RatedPress] = []
        try reopened.forEachPress { again.append($0) }
        #expect(again == rated)
    }

    /// Decisions of people and facts of the host.
    private func decide(_ bench: Bench, _ taken: [Press], _ now: Double, _ world: inout RandomWorld) async throws {
        let wall = Sample.morning + .milliseconds(Int64(now * 1000))
        switch Int.random(in: 0..<4, using: &world.numbers) {
        case 0:
            guard let press = taken.randomElement(using: &world.numbers) else { return }
            try await bench.change(SetAside(press: press.key, isSetAside: world.chance(70)))
        case 1:
            let stretch = bench.store.directory.duplicates["b1"]?.last
            try await bench.store.noteDuplicate(of: "b1", isLive: stretch.map { $0.to != nil } ?? true, at: wall)
            if var stretch, world.chance(50) {
                stretch.decision = world.one([.countAll, .countNone, .countBoot(1), nil])
                try await bench.change(stretch)
            }
        case 2:
            let reading = Sample.clock(wall, up: Int64(now * 1000), isSet: world.chance(70))
            try await bench.store.recordClock(ClockFact(reading: reading, step: .seconds(world.one([-5, 0, 40]))))
        default:
            try await bench.store.noteAlive(at: wall, heard: [])
            try await bench.store.beginRun(Sample.clock(wall + .seconds(5), up: 0, boot: "host \(now)"))
        }
    }

    /// The press as it arrives `now` seconds after nine, or right after it was made if that is later.
    private func arriving(_ press: Press, _ now: Double, _ world: inout RandomWorld) -> Press {
        let made = press.arrival.clock.wall
        let wall = max(made, Sample.morning + .milliseconds(Int64(now * 1000)))
        var press = press
        press.arrival.age = wall - made
        press.arrival.driftPPM = world.one([0, 50, nil])
        press.arrival.clock = Sample.clock(
            wall, up: (wall - Sample.morning).inMilliseconds, isSet: world.chance(90))
        return press
    }

    @Test("the order in which presses arrive and changes are made does not matter", arguments: 1...6)
    func orderDoesNotMatter(seed: UInt64) async throws {
        var world = RandomWorld(seed: seed &* 7919)
        let presses = world.presses(120)
        // One record a key: of two, the later one would win, and that is no matter of order.
        var records: [String: any DirectoryRecord] = [:]
        for _ in 0..<30 {
            let record = world.record()
            records["\(type(of: record).kind) \(record.key)"] = record
        }
        let directory = records.sorted { $0.key < $1.key }.map(\.value)
        var outcomes: [[PressKey: Outcome]] = []
        for order in 0..<2 {
            let bench = try await Bench()
            if order == 0 { try await bench.change(directory) }
            let sequence = order == 0 ? presses : presses.shuffled(using: &world.numbers)
            for (index, press) in sequence.enumerated() {
                var late = press
                late.arrival.clock.wall = Sample.morning + .seconds(Int(RandomWorld.length) + index)
                late.arrival.age = late.arrival.clock.wall - press.arrival.clock.wall
                try await bench.take(late)
            }
            if order == 1 {
                for record in directory.shuffled(using: &world.numbers) { try await bench.change(record) }
            }
            try await bench.expectConsistent("seed \(seed), order \(order)")
            outcomes.append(
                Dictionary(uniqueKeysWithValues: try bench.rated().map { ($0.press.key, Outcome($0.rating)) }))
        }
        #expect(outcomes[0] == outcomes[1], "seed \(seed)")
        #expect(Set(outcomes[0].values.map(\.verdict)).count >= 3, "the world is not too simple")
    }

    /// A rating without what names a ledger position.
    private struct Outcome: Hashable {
        var verdict: Verdict
        var place: [String?]
        var column: Column?
        var invitation: UInt32?
        var moment: Instant

        init(_ rating: Rating) {
            verdict = rating.verdict
            place = [rating.counter, rating.unit, rating.officer, rating.field]
            (column, invitation, moment) = (rating.column, rating.invitation, rating.moment)
        }
    }
}
