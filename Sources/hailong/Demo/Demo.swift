import Devices
import Foundation
import Logging
import Office
import Ratings
import Reports
import Simulator
import Store

/// The service and a fleet of simulated boxes in one process, under one stepped clock.
struct Demo {
    let month: GoldenMonth
    let fleet: Fleet
    let clock: SteppedClock
    let service: CentreService
    private let folder: DataDirectory
    private let ports: String

    /// Starts the boxes, opens the service on a fresh folder, and imports the directory.
    init(_ month: GoldenMonth, in folder: DataDirectory, log: Logger) async throws {
        self.month = month
        self.folder = folder
        let start = month.steps.first?.moment ?? Instant(milliseconds: 0)
        clock = SteppedClock(at: start - .seconds(3600))
        ports = NSTemporaryDirectory() + "/hailong-demo-ports-\(getpid())"
        try folder.create()
        var configuration = FleetConfiguration(boxes: month.boxes, directory: ports)
        configuration.logPath = folder.path + "/presses.csv"
        fleet = try await Fleet.start(configuration)
        service = try await CentreService(folder: folder, ports: PathPorts([ports]), clock: clock, log: log)
        let reply = try await service.office.perform(
            .importFiles(month.files), who: "demo", at: clock.read().wall, isPreview: false)
        guard reply.errors.isEmpty else { throw CommandFailure.refused(reply.errors.joined(separator: "\n")) }
    }

    /// Runs the service as long as `body` runs. A signal that ends the service ends `body` too.
    func whileServing(_ body: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await service.run()
                return false
            }
            group.addTask {
                try await body()
                return true
            }
            if try await group.next() == true {
                await service.stop()
                try await group.waitForAll()
            } else {
                group.cancelAll()
                // The play was cut off in the middle of a wait.
                while case .failure = await group.nextResult() {}
            }
        }
    }

    /// Ends the boxes and takes their ports away.
    func close() async {
        await fleet.stop()
        try? FileManager.default.removeItem(atPath: ports)
    }

    /// Plays the month. The clock stands still while a press is under way, and moves on only when every sent one has
    /// its receipt.
    func play() async throws {
        let began = ContinuousClock.now
        try await fleet.waitUntilLinked()
        var progress = Progress(total: month.presses)
        var unplugged: Set<Int> = []
        for (moment, box, step) in month.steps {
            advance(to: moment)
            switch step {
            case .press(let button):
                // A box without a cable cannot show that the press is in; a touch is in at once.
                fleet.press(box, button: button, by: unplugged.contains(box) ? .touch() : .contact)
                try await fleet.waitUntilReceipted()
                progress.advance(at: moment, in: month.zone)
            case .unplug:
                unplugged.insert(box)
                fleet.unplug(box)
            case .plug:
                unplugged.remove(box)
                fleet.plug(box)
                try await fleet.waitUntilReceipted()
            }
        }
        if let end = MomentText.parse(GoldenMonth.end, in: month.zone) { advance(to: end) }
        try await fleet.waitUntilReceipted(includingUnplugged: true)
        // Every box is heard once more now that the period is over.
        _ = await service.boxes.askAll()
        try await service.intake.flushHeard()
        progress.finish(after: began.duration(to: .now))
    }

    private func advance(to moment: Instant) {
        let step = clock.step(to: moment)
        if step > .zero { fleet.advanceTick(by: step) }
    }

    /// Phụ lục II of the month.
    func table() throws -> RatingTable {
        guard let period = PeriodRule.period(named: GoldenMonth.period, in: service.store.directory) else {
            throw CommandFailure.cannotRun("there is no period \(GoldenMonth.period).")
        }
        let now = clock.read().wall
        let days = period.first...period.last
        let table = TableBuilder(try service.store.tableSource(for: days), days: days)
            .table(by: .unit, periodName: GoldenMonth.period, asOf: now)
        try service.store.writeAnchor(at: now, reason: "report")
        return table
    }

    /// Compares the boxes' own log with the ledger: every press once, none besides.
    /// - Throws: `CommandFailure` where they differ.
    func check() throws {
        var stored: Set<LoggedPress> = []
        var rows = 0
        try service.store.forEachPress { press in
            let key = press.press.key
            rows += 1
            stored.insert(
                LoggedPress(
                    device: key.device, boot: key.boot, sequence: key.sequence, button: Int(press.press.input) ?? 0))
        }
        let log = try PressLog.read(folder.path + "/presses.csv")
        let (missing, extra) = (log.missing(from: stored), log.extra(in: stored))
        guard missing.isEmpty, extra.isEmpty, rows == stored.count, log.presses == month.presses else {
            throw CommandFailure.refused(
                "\(log.presses) presses made, \(rows) rows stored, \(missing.count) missing, \(extra.count) invented.")
        }
        Output.error("\(log.presses) presses made, \(rows) stored, each exactly once.")
    }
}
