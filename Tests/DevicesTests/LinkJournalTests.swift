import Foundation
import Logging
import Ratings
import Simulator
import Synchronization
import TestSupport
import Testing

@testable import Devices

@Suite("Lines and counts of links", .timeLimit(.minutes(2)))
struct LinkJournalTests {
    /// A clock that a test moves.
    private final class MovedClock: HostClock {
        private let time = Mutex(Duration.zero)

        func advance(_ duration: Duration) { time.withLock { $0 += duration } }

        func read() -> ClockReading {
            ClockReading(wall: FixedClock.wall, hostBoot: "test", bootTime: time.withLock { $0 }, isSynchronized: true)
        }
    }

    private let link = LinkState(port: "/dev/t", since: FixedClock.wall)

    @Test("row 19: of ten thousand lines alike ten are written, then one in a hundred, and all others are counted")
    func flood() {
        let (book, counts) = (LogBook(.notice), LinkCounts { Day(number: 0) })
        let journal = LinkJournal(counts: counts, clock: FixedClock(), log: book.logger)
        for _ in 0..<10_000 { journal.tell(.warning, "cannot open the port", of: link) }
        #expect(book.messages.count == 10 + 100)
        #expect(counts.take() == [LinkCount(day: Day(number: 0), link: "/dev/t", event: .suppressed, count: 9890)])
        journal.recovered("cannot open the port", "port opens again", of: link)
        journal.recovered("cannot open the port", "port opens again", of: link)
        #expect(book.messages.last == "port opens again")
        #expect(book.messages.count == 111)
        journal.tell(.warning, "cannot open the port", of: link)
        #expect(book.messages.count == 112)
    }

    @Test("row 19: one port's flood takes no line from another, and rest makes a fact news again")
    func apart() {
        let (book, clock) = (LogBook(.notice), MovedClock())
        let journal = LinkJournal(counts: LinkCounts { Day(number: 0) }, clock: clock, log: book.logger)
        for _ in 0..<99 { journal.tell(.notice, "box lost", of: link) }
        #expect(book.messages.count == 10)
        journal.tell(.notice, "box lost", of: LinkState(port: "/dev/u", since: FixedClock.wall))
        journal.tell(.notice, "box connected", of: link)
        #expect(book.messages.count == 12)
        clock.advance(LinkJournal.forgetsAfter - .seconds(1))
        for _ in 0..<2 { journal.tell(.notice, "box lost", of: link) }
        #expect(book.messages.count == 13)
        clock.advance(LinkJournal.forgetsAfter)
        journal.tell(.notice, "box lost", of: link)
        #expect(book.messages.count == 14)
    }

    @Test("facts of ports that come under ever new names are forgotten once they are old")
    func bounded() {
        let (book, clock) = (LogBook(.notice), MovedClock())
        let journal = LinkJournal(counts: LinkCounts { Day(number: 0) }, clock: clock, log: book.logger)
        journal.tell(.notice, "box lost", of: link)
        clock.advance(LinkJournal.forgetsAfter)
        for number in 0..<LinkJournal.mostFacts {
            journal.tell(.notice, "box lost", of: LinkState(port: "/dev/\(number)", since: FixedClock.wall))
        }
        #expect(book.messages.count == 1 + LinkJournal.mostFacts)
        // The row of the first is gone with its time.
        journal.recovered("box lost", "box is back", of: link)
        #expect(!book.messages.contains("box is back"))
    }

    @Test("row 19: of more facts than are remembered those go that were told least lately, not those that repeat")
    func crowded() {
        let (book, clock) = (LogBook(.notice), MovedClock())
        let journal = LinkJournal(counts: LinkCounts { Day(number: 0) }, clock: clock, log: book.logger)
        journal.tell(.notice, "box silent", of: link)
        for number in 0..<2 * LinkJournal.mostFacts {
            clock.advance(.milliseconds(1))
            journal.tell(.notice, "box lost", of: LinkState(port: "/dev/\(number)", since: FixedClock.wall))
            if number.isMultiple(of: 100) { journal.tell(.notice, "box flaps", of: link) }
        }
        #expect(book.messages.filter { $0 == "box flaps" }.count == 10)
        journal.recovered("box silent", "box is back", of: link)
        #expect(!book.messages.contains("box is back"))
    }

    @Test("row 19: a port that cannot be opened a thousand times leaves a bounded log and an exact count")
    func failing() async throws {
        let (events, post) = AsyncStream.makeStream(of: PortEvent.self)
        let bench = try Bench(source: GivenPorts(stream: events))
        var counted: [LinkEvent: Int] = [:]
        func drain() {
            for count in bench.counts.take() { counted[count.event, default: 0] += count.count }
        }
        try await bench.run { _ in
            for round in 1...1000 {
                // Each time it is told anew it is tried at once; now and then it is gone meanwhile.
                if round.isMultiple(of: 250) { post.yield(.vanished(path: "/dev/null")) }
                post.yield(.appeared(Port(path: "/dev/null")))
                while counted[.noTTY, default: 0] < round {
                    await Task.yield()
                    drain()
                }
            }
        }
        drain()
        let tries = counted[.noTTY, default: 0]
        let told = bench.book.messages.filter { $0 == "cannot open the port" }.count
        #expect(told == 10 + tries / 100)
        #expect(counted == [.noTTY: tries, .suppressed: tries - told])
    }

    @Test("row 19: a box whose cable flaps is told ten times, and counted each time")
    func flappingBox() async throws {
        let bench = try Bench()
        try await bench.run { fleet in
            try await fleet.waitUntilLinked()
            for _ in 0..<15 {
                fleet.unplug(1)
                try await fleet.wait { !$0[0].isPlugged && !$0[0].isLinked }
                fleet.plug(1)
                try await fleet.waitUntilLinked()
            }
            fleet.unplug(1)
            var counted: [LinkEvent: Int] = [:]
            while (counted[.hungUp] ?? 0) + (counted[.removed] ?? 0) < 16 {
                for count in bench.counts.take() {
                    #expect(count.link == Fleet.uid(1) || count.event == .missing)
                    counted[count.event, default: 0] += count.count
                }
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(counted[.connected] == 16)
            #expect(bench.book.messages.filter { $0 == "box connected" }.count == 10)
        }
    }

    /// Ports that a test tells of.
    private struct GivenPorts: PortSource {
        let stream: AsyncStream<PortEvent>
        func events() -> AsyncStream<PortEvent> { stream }
    }
}
