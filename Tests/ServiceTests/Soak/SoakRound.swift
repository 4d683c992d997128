import Foundation
import Ratings
import Simulator
import Store

/// One round: boxes press, things befall the service, and at the end every press must be where it belongs.
///
/// It throws at the first thing that is wrong.
final class SoakRound {
    /// What people decided, as far as the ledger has it.
    struct Decisions {
        var places: BoxPlaces
        var setAside: Set<LoggedPress> = []
    }

    /// A copy of the ledger.
    struct Copy {
        var path: String
        /// What boxes had a receipt for when it was begun: it must hold that.
        var receipted: Set<LoggedPress>
        var decisions: Decisions
    }

    let plan: SoakPlan
    let centre: Centre
    let fleet: Fleet
    var chance: SplitMix64
    var clock: WrongClock
    var service: RunningCommand
    var decisions: Decisions
    var copies: [Copy] = []
    /// Presses whose receipt went with a ledger that a copy replaced, and that no box held any more.
    var lost: Set<LoggedPress> = []
    private var tally = SoakTally()

    /// A centre with boxes and a service that runs, all in `folder`.
    init(_ plan: SoakPlan, in folder: String) async throws {
        self.plan = plan
        chance = plan.chance
        var centre = try Centre(in: folder)
        clock = try WrongClock(in: folder)
        centre.environment = clock.environment
        self.centre = centre
        decisions = Decisions(places: BoxPlaces(boxes: plan.boxes))
        for imported in [try await centre.importSocTrang(), try await centre.importFiles(decisions.places.files)] {
            guard imported.status == 0 else { throw TestFailure("import: \(imported.errors)") }
        }
        fleet = try await Fleet.start(plan.fleet(ports: centre.ports, log: centre.log))
        service = try await centre.serve()
    }

    deinit { service.signal(SIGKILL) }

    /// Lets things happen until all presses are made, then compares.
    func run() async throws -> SoakTally {
        while try await fleet.counts().presses < plan.presses {
            // When something befalls the service is drawn by lot: there is no event to wait for.
            try await Task.sleep(for: .milliseconds(Int.random(in: 0..<1_200, using: &chance)))
            var event = SoakEvent.urn[Int.random(in: SoakEvent.urn.indices, using: &chance)]
            // There must be a copy to put back.
            if event == .restore, copies.isEmpty { event = .backup }
            do {
                if try await befall(event) { tally.events[event, default: 0] += 1 }
            } catch {
                throw TestFailure("after \(tally), at '\(event.rawValue)': \(error)")
            }
        }
        try await finish()
        tally.rounds = 1
        tally.lost = lost.count
        tally.add(try await fleet.counts())
        await fleet.stop()
        return tally
    }

    /// All boxes get through, the service ends well, and the ledger, its chain, its ratings and its table are right.
    private func finish() async throws {
        fleet.setFaults(.none)
        try clock.set(ahead: .zero)
        try await restart(by: SIGTERM)
        try await fleet.wait { $0.allSatisfy(\.isPlugged) }
        // A box that was receipted for a press behind a gap has told of the gap.
        for number in 1...plan.boxes { fleet.press(number, button: 2) }
        try await fleet.waitUntilReceipted()
        let rings = try await rings()
        try await succeed("verify")
        try await end(by: SIGTERM)

        let store = try centre.store()
        let stored = try StoredPresses(store, without: plan.liars)
        try refuse(stored.complaints(by: try PressLog.read(centre.log), lost: lost))
        let gaps = try store.gaps().map(\.gap)
        let untold = lost.filter { press in
            guard rings[press.device]?.boot == press.boot else { return false }
            return !gaps.contains {
                $0.device == press.device && $0.boot == press.boot && $0.from <= press.sequence
                    && press.sequence < $0.to
            }
        }
        if !untold.isEmpty { try refuse(["\(untold.count) lost and in no gap: \(untold.prefix(5))"]) }

        try await succeed("verify")
        let same = try await succeed("reproject", "--dry-run")
        guard same.lines.contains("Không có số liệu nào thay đổi.") else { throw TestFailure(same.text) }
        try await succeed("reproject")
        let again = try StoredPresses(try centre.store(), without: plan.liars)
        if again.ratings != stored.ratings { try refuse(["ratings computed again differ"]) }
        // All moments that the clock was set to.
        guard let first = Day(iso: BoxPlaces.since) else { throw TestFailure("\(BoxPlaces.since) is no day") }
        let days = first...first.advanced(by: 27 * 366)
        try refuse(
            try await centre.tableComplaints(
                stored.all.subtracting(decisions.setAside), at: decisions.places, in: days))
    }

    /// The rings of all boxes at one moment, by UID.
    func rings() async throws -> [String: BoxSnapshot] {
        Dictionary(try await fleet.snapshots().map { ($0.uid, $0) }) { first, _ in first }
    }

    /// What boxes have a receipt for, and the ledger at hand must hold.
    func receipted() async throws -> Set<LoggedPress> {
        let before = try PressLog.read(centre.log)
        let rings = try await rings()
        // A ring that was erased between the first two looked empty in the second.
        let after = try PressLog.read(centre.log)
        return before.required.intersection(after.required).subtracting(lost).filter { press in
            !plan.liars.contains(press.device) && !(rings[press.device]?.holds(press) ?? false)
        }
    }

    /// Runs a command that must succeed.
    @discardableResult
    func succeed(_ arguments: String...) async throws -> Finished { try await succeed(arguments) }

    /// Runs a command that must succeed.
    @discardableResult
    func succeed(_ arguments: [String]) async throws -> Finished {
        let finished = try await centre.hailong(arguments)
        guard finished.status == 0 else {
            throw TestFailure("'hailong \(arguments.joined(separator: " "))': \(finished.text) \(finished.errors)")
        }
        return finished
    }

    /// Ends the service.
    func end(by signal: Int32) async throws {
        service.signal(signal)
        let status = await service.exitStatus()
        guard status == (signal == SIGKILL ? -SIGKILL : 0) else {
            throw TestFailure("the service ended with \(status): \(service.errorText)")
        }
    }

    /// Ends the service and starts it again.
    func restart(by signal: Int32) async throws {
        try await end(by: signal)
        service = try await centre.serve()
    }

    /// Throws what is wrong, if anything is.
    func refuse(_ complaints: [String]) throws {
        if !complaints.isEmpty { throw TestFailure(complaints.joined(separator: "\n")) }
    }
}

extension BoxSnapshot {
    /// Whether the press is in the ring, or was made after this was seen.
    func holds(_ press: LoggedPress) -> Bool { press.boot == boot && press.sequence >= oldest }
}
