/// What happened in the runs, to see that they tried everything.
struct Tally {
    var minutes: UInt64 = 0
    var presses = 0
    var dropped = 0
    var warmResets = 0
    var tornWrites = 0
    var coldStarts = 0
    var hostRestarts = 0
    var restores = 0
    var renewals = 0
    var cableCuts = 0
    var gaps = 0
    var gapPresses = 0
    var wiped = 0
    var resends = 0
    var repeats = 0
    var badFrames = 0

    mutating func add(_ other: Tally) {
        minutes += other.minutes
        presses += other.presses
        dropped += other.dropped
        warmResets += other.warmResets
        tornWrites += other.tornWrites
        coldStarts += other.coldStarts
        hostRestarts += other.hostRestarts
        restores += other.restores
        renewals += other.renewals
        cableCuts += other.cableCuts
        gaps += other.gaps
        gapPresses += other.gapPresses
        wiped += other.wiped
        resends += other.resends
        repeats += other.repeats
        badFrames += other.badFrames
    }

    var line: String {
        "\(minutes) simulated minutes: \(presses) presses, \(dropped) dropped by full rings, \(wiped) wiped by "
            + "\(coldStarts) cold starts, \(warmResets) warm resets (\(tornWrites) torn writes), \(hostRestarts) host "
            + "restarts, \(restores) restores with \(gaps) gaps of \(gapPresses) presses, \(renewals) renewals, "
            + "\(cableCuts) cable cuts, \(resends) resends, \(repeats) repeats compared, \(badFrames) bad frames"
    }
}
