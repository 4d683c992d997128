import Simulator

/// What was run.
struct SoakTally: CustomStringConvertible {
    var rounds = 0
    var presses = 0
    /// Presses that went with a ledger when an older one replaced it.
    var lost = 0
    /// Presses that a box lost with its power or had no room for: the log knows them.
    var wiped = 0
    var dropped = 0
    var resets = 0
    var coldStarts = 0
    var unplugs = 0
    var events: [SoakEvent: Int] = [:]

    mutating func add(_ counts: FleetCounts) {
        presses += counts.presses
        wiped += counts.wiped
        dropped += counts.dropped
        resets += counts.resets
        coldStarts += counts.coldStarts
        unplugs += counts.unplugs
    }

    mutating func add(_ other: SoakTally) {
        rounds += other.rounds
        presses += other.presses
        lost += other.lost
        wiped += other.wiped
        dropped += other.dropped
        resets += other.resets
        coldStarts += other.coldStarts
        unplugs += other.unplugs
        events.merge(other.events, uniquingKeysWith: +)
    }

    var description: String {
        let happened = SoakEvent.allCases.map { "\($0.rawValue) \(events[$0] ?? 0)" }.joined(separator: ", ")
        return "\(presses) presses (\(lost) gone with a ledger that a copy replaced, \(wiped) with the power of a box,"
            + " \(dropped) without room in a box); boxes: unplugged \(unplugs), reset \(resets), started cold"
            + " \(coldStarts); service: \(happened)"
    }
}
