import Logging
import Ratings
import Synchronization

/// What a technician reads of links: one line a fact (ten alike, then one in a hundred), and a counter beside it.
final class LinkJournal: Sendable {
    /// What did not happen for this long is news again.
    static let forgetsAfter = Duration.seconds(600)
    /// More facts than this are not remembered: those go that were told least lately.
    static let mostFacts = 4096

    private struct Fact: Hashable {
        var port: String
        var text: String
    }

    private struct Row {
        var repeats = RepeatedFailure()
        /// By the clock that nobody can set.
        var last: Duration
    }

    private let rows = Mutex<[Fact: Row]>([:])
    private let counts: LinkCounts
    private let clock: any HostClock
    private let log: Logger

    init(counts: LinkCounts, clock: any HostClock, log: Logger) {
        self.counts = counts
        self.clock = clock
        self.log = log
    }

    /// Counts an event of the box, or of the port where none is known.
    func count(_ event: LinkEvent, of link: LinkState, by count: Int = 1) {
        counts.add(event, of: link.device ?? link.port, by: count)
    }

    /// Writes a line, unless enough like it were written for this port; then it is counted as left out.
    func tell(_ level: Logger.Level, _ text: String, of link: LinkState, _ details: Logger.Metadata = [:]) {
        let now = clock.read().bootTime
        let number: Int? = rows.withLock { rows in
            let fact = Fact(port: link.port, text: text)
            if rows.count >= Self.mostFacts, rows[fact] == nil { Self.thin(&rows, now) }
            var row = rows[fact] ?? Row(last: now)
            if now - row.last >= Self.forgetsAfter { row.repeats = RepeatedFailure() }
            row.last = now
            defer { rows[fact] = row }
            return row.repeats.shouldReport() ? row.repeats.count : nil
        }
        guard let number else { return count(.suppressed, of: link) }
        write(level, text, link, number > 1 ? details.merging(["times": "\(number)"]) { $1 } : details)
    }

    /// Forgets what may not repeat any more, and half of all where that is not enough: it is seldom needed then.
    private static func thin(_ rows: inout [Fact: Row], _ now: Duration) {
        rows = rows.filter { now - $0.value.last < forgetsAfter }
        guard rows.count >= mostFacts else { return }
        rows = Dictionary(uniqueKeysWithValues: rows.sorted { $0.value.last < $1.value.last }.suffix(mostFacts / 2))
    }

    /// Writes that what was told of this port as `trouble` is over, if it was told.
    func recovered(_ trouble: String, _ text: String, of link: LinkState) {
        guard let row = rows.withLock({ $0.removeValue(forKey: Fact(port: link.port, text: trouble)) }) else { return }
        write(.notice, text, link, ["failures": "\(row.repeats.count)"])
    }

    private func write(_ level: Logger.Level, _ text: String, _ link: LinkState, _ details: Logger.Metadata) {
        var metadata = details
        metadata["port"] = "\(link.port)"
        if let device = link.device { metadata["device"] = "\(device)" }
        log.log(level: level, "\(text)", metadata: metadata)
    }
}
