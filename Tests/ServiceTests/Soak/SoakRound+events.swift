import Foundation
import Simulator
import Store

extension SoakRound {
    /// Lets something happen, and returns with the service running; false where it cannot happen just now.
    func befall(_ event: SoakEvent) async throws -> Bool {
        switch event {
        case .kill: try await restart(by: SIGKILL)
        case .restart: try await restart(by: SIGTERM)
        case .stop: try await stop()
        case .step: try stepClock()
        case .years: try await startYearsAway()
        case .unset: try await startUnset()
        case .backup: try await backUp()
        case .restore: return try await restore()
        case .reproject: try await succeed("reproject")
        case .interval:
            for seconds in ["3", "0"] {
                try await succeed(
                    "setting", "set", "minimum_interval_s", seconds, "--since", BoxPlaces.since, "--why", "soak")
            }
        case .setAside, .keep, .move:
            guard let correction = try await correction(event) else { return false }
            try await succeed(correction.command)
            decisions = correction.outcome
        case .interrupt: return try await interrupt()
        case .verify: try await succeed("verify")
        }
        return true
    }

    private func stop() async throws {
        service.signal(SIGSTOP)
        try await Task.sleep(for: .milliseconds(Int.random(in: 50..<3_000, using: &chance)))
        service.signal(SIGCONT)
    }

    // MARK: Clock

    private func stepClock() throws {
        let hours = Int.random(in: 1...12, using: &chance) * (Bool.random(using: &chance) ? 1 : -1)
        try clock.set(ahead: clock.ahead + .seconds(hours * 3_600), isDisciplined: clock.isDisciplined)
    }

    private func startYearsAway() async throws {
        try await end(by: SIGKILL)
        let moment = Date(timeIntervalSince1970: .random(in: 1_577_836_800...2_208_988_800, using: &chance))
        try clock.set(to: moment, isDisciplined: Bool.random(using: &chance))
        service = try await centre.serve()
    }

    private func startUnset() async throws {
        try await end(by: SIGKILL)
        try clock.set(to: Date(timeIntervalSince1970: .random(in: 0...600, using: &chance)), isDisciplined: false)
        service = try await centre.serve()
        try await Task.sleep(for: .milliseconds(Int.random(in: 0..<2_000, using: &chance)))
        try clock.set(ahead: .zero)
    }

    // MARK: Copies

    private func backUp() async throws {
        let path = centre.folder + "/copy-\(copies.count).sqlite"
        let copy = Copy(path: path, receipted: try await receipted(), decisions: decisions)
        try await succeed("backup", path)
        copies.append(copy)
    }

    /// Puts a copy in the ledger's place, and knows from the rings of the boxes which presses are gone by that.
    private func restore() async throws -> Bool {
        guard let copy = copies.randomElement(using: &chance) else { return false }
        try await end(by: SIGKILL)
        // From then on no receipt is under way any more.
        try await fleet.wait { !$0.contains(where: \.isHostPresent) }
        let earlier = try PressLog.read(centre.log)
        let rings = try await rings()
        let log = try PressLog.read(centre.log)
        // Made while the rings were looked at, perhaps in a boot that was not seen yet: nobody can have receipted it.
        let fresh = log.allowed.subtracting(earlier.allowed)
        let held = fresh.union(log.allowed.filter { rings[$0.device]?.holds($0) ?? false })
        let before = try StoredPresses(try centre.store(), without: plan.liars)
        try refuse(before.complaints(by: log, lost: lost.union(held.subtracting(before.all))))

        try await succeed("restore", copy.path, "--why", "soak", "--yes")
        let after = try StoredPresses(try centre.store(), without: plan.liars)
        let missing = copy.receipted.subtracting(after.all)
        if !missing.isEmpty { try refuse(["\(missing.count) receipted before the copy was begun and not in it"]) }
        lost = log.allowed.subtracting(after.all).subtracting(held)
            .filter { !plan.liars.contains($0.device) }
        decisions = copy.decisions
        service = try await centre.serve()
        return true
    }

    // MARK: Corrections

    /// A correction that people may make just now, and what is decided after it.
    private func correction(_ event: SoakEvent) async throws -> (command: [String], outcome: Decisions)? {
        var outcome = decisions
        switch event {
        case .setAside:
            guard let press = try await receipted().randomElement(using: &chance) else { return nil }
            outcome.setAside.insert(press)
            return (["press", "set-aside", press.key, "--why", "soak"], outcome)
        case .keep:
            guard let press = decisions.setAside.randomElement(using: &chance) else { return nil }
            outcome.setAside.remove(press)
            return (["press", "keep", press.key, "--why", "soak"], outcome)
        default:
            let device = Fleet.uid(.random(in: 1...plan.boxes, using: &chance))
            let counter = Int.random(in: BoxPlaces.counters.indices, using: &chance)
            outcome.places.move(device, to: counter)
            let code = BoxPlaces.counters[counter].code
            return (
                ["box", "assign", device, "--counter", code, "--since", BoxPlaces.since, "--why", "soak"], outcome
            )
        }
    }

    /// Kills the service while somebody corrects something. What became of that is unknown: it is done again.
    private func interrupt() async throws -> Bool {
        let events: [SoakEvent] = [.setAside, .keep, .move]
        guard let correction = try await correction(events[Int.random(in: events.indices, using: &chance)]) else {
            return false
        }
        let (centre, command) = (centre, correction.command)
        async let underway = centre.hailong(command)
        try await Task.sleep(for: .milliseconds(Int.random(in: 0..<600, using: &chance)))
        try await end(by: SIGKILL)
        _ = try await underway
        service = try await centre.serve()
        try await succeed(command)
        decisions = correction.outcome
        return true
    }
}

extension LoggedPress {
    /// As commands take it.
    fileprivate var key: String { "\(device)/\(String(boot, radix: 16))/\(sequence)" }
}
