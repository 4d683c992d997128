import ArgumentParser
import Foundation
import Simulator

/// `hailong simulate`: boxes made of software, each behind a link to a real pseudo-terminal.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Keeps simulated boxes, with faults if wanted, as ports in a folder.",
        discussion: """
            The links box-01, box-02 … in the folder are ports for 'hailong serve --port FOLDER'. A box is pressed at \
            random (--rate), by a script, or at the prompt: 'press 3 1' presses button 1 of box 3; 'help' tells more. \
            Every press that got a slot in a box is in the log before a byte of it is sent.
            """)

    @Option(name: .long, help: "How many boxes, 1 to \(FleetConfiguration.mostBoxes).")
    var boxes: Int

    @Option(name: .long, help: "Folder of the links; it is made if it is not there.")
    var dir: String

    @Option(name: .long, help: "What all that is random follows from.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "The log of every press, outside of the folder; default FOLDER.presses.csv.")
    var log: String?

    @Option(name: .long, help: "Presses and cables by the clock: CSV with box,button,moment.")
    var script: String?

    @Option(name: .long, help: "How many times as fast as written the script is played.")
    var speed = 1.0

    @Option(name: .long, help: "Random presses of every box in a second, on average.")
    var rate = 0.0

    @Option(name: .long, help: "How many presses in all; then wait for all receipts, and end.")
    var count: Int?

    @Option(name: .long, help: "How many presses a box can keep: 4, 16, 64, 256 or 1024.")
    var ring = RingSize.sixtyFour.rawValue

    @Flag(name: .long, help: "The rings survive a cold start.")
    var ringSurvives = false

    @Flag(name: .long, help: "Stay when the script is played or the count is reached.")
    var keep = false

    @Flag(name: .long, help: "Tell on stderr all that happens at the boxes.")
    var verbose = false

    @OptionGroup(title: "Faults") var faults: FaultOptions

    func validate() throws {
        guard (1...FleetConfiguration.mostBoxes).contains(boxes) else {
            throw ValidationError("--boxes takes 1 to \(FleetConfiguration.mostBoxes).")
        }
        guard RingSize(rawValue: ring) != nil else { throw ValidationError("--ring takes 4, 16, 64, 256 or 1024.") }
        guard rate >= 0, rate <= 100 else { throw ValidationError("--rate takes 0 to 100 presses a second.") }
        guard speed > 0, speed <= 100_000 else { throw ValidationError("--speed takes more than 0 to 100000.") }
        if let count, count < 1 { throw ValidationError("--count takes a number from 1.") }
        if count != nil, rate == 0 { throw ValidationError("--count counts random presses: give a --rate too.") }
    }

    func run() async throws {
        let fleetConfiguration = try fleetConfiguration()
        let played: Script?
        do {
            played = try script.map { path in try Script(path: path, boxes: boxes) }
        } catch let error as ScriptError {
            throw CommandFailure.refused("\(error)")
        }
        let fleet: Fleet
        do {
            fleet = try await Fleet.start(fleetConfiguration)
        } catch let error as FleetError {
            throw CommandFailure.cannotRun("\(error)")
        }
        let session = SimulateSession(fleet: fleet, script: played, speed: speed, isVerbose: verbose)
        Output.line("ready")
        try await session.run(endsByItself: !keep && (count != nil || played != nil))
    }

    private func fleetConfiguration() throws -> FleetConfiguration {
        var configuration = FleetConfiguration(boxes: boxes, directory: dir, seed: seed)
        let folder = URL(fileURLWithPath: dir).standardizedFileURL.path
        let log = log ?? folder + ".presses.csv"
        guard URL(fileURLWithPath: log).standardizedFileURL.deletingLastPathComponent().path != folder else {
            throw CommandFailure.usage("--log is in --dir, whose entries are ports. Name a file outside of it.")
        }
        configuration.logPath = log
        configuration.faults = faults.faults
        configuration.quirks = try faults.quirks(boxes: boxes)
        configuration.ring = RingSize(rawValue: ring) ?? .sixtyFour
        configuration.keepsRingWithoutPower = ringSurvives
        configuration.pressesPerSecond = rate
        configuration.pressLimit = count
        return configuration
    }
}
