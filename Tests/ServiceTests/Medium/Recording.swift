import Foundation
import Simulator

/// What one life of a centre did to its medium: imported, served, killed, served again, and stopped, with boxes pressed
/// all the while.
struct Recording {
    /// What SQLite really does of what is asked of it.
    enum Synchronous: String { case off = "OFF", normal = "NORMAL", full = "FULL" }

    var events: [WitnessEvent]
    var acks: AckLog
    /// Every press that a box made, by boot and sequence.
    var presses: Set<LoggedPress>
    /// The witness's log and the boxes' as they were.
    private let logs: (witness: Data, presses: Data)

    static let boxes = 8
    /// Presses that one ACK can cover: the window of the wire.
    private static let window = 8
    /// Pages from which on the service copies its log: few, so that it does again and again while boxes are pressed.
    private static let logPages = 20

    /// Records a life with so many presses. Where SQLite is not to sync as it is told, it answers FULL all the same.
    static func make(_ synchronous: Synchronous, presses: Int, seed: UInt64) async throws -> Recording {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let witness = try Witness(of: centre)
        var environment = witness.environment
        if synchronous != .full { environment["WITNESS_SYNCHRONOUS"] = synchronous.rawValue }
        let made = try await Executable.run(
            ["import", Centre.socTrang + "/soc-trang", "--why", "test", "--data-dir", centre.data],
            environment: environment)
        guard made.status == 0 else { throw TestFailure("no import: \(made.errors)") }
        let boxes = try await centre.simulate(
            "--boxes", "\(boxes)", "--count", "\(presses)", "--rate", "25", "--seed", "\(seed)", "--ring", "1024")
        // Past the welcome of every box, and before the last ACK: there is at least one for each window of presses.
        let acks = UInt64(presses / window)
        let death = ["WITNESS_DEATH": "\(2 * UInt64(Self.boxes) + 1 + seed % (2 * acks - 1))"]
        // A copying syncs the log, and would cover what careless commits left behind.
        let options = ["--port", centre.ports] + (synchronous == .full ? ["--log-pages", "\(logPages)"] : [])
        var service = try await centre.serve(options, environment: environment.merging(death) { $1 })
        guard await service.exitStatus() == -SIGKILL else { throw TestFailure("ended before: \(service.errorText)") }
        service = try await centre.serve(options, environment: environment)
        guard await boxes.exitStatus() == 0 else { throw TestFailure("boxes failed: \(boxes.errorText)") }
        service.signal(SIGTERM)
        guard await service.exitStatus() == 0 else { throw TestFailure("service failed: \(service.errorText)") }
        let recording = try Recording(witness, centre)
        do {
            try recording.compare(with: centre)
        } catch {
            throw TestFailure("\(error); \(recording.keep(seed: seed))")
        }
        return recording
    }

    init(_ witness: Witness, _ centre: Centre) throws {
        try self.init(witness: witness.log, presses: centre.log)
    }

    /// Reads what `keep` kept.
    init(keptIn folder: String) throws {
        try self.init(witness: folder + "/witness.log", presses: folder + "/presses.csv")
    }

    private init(witness: String, presses log: String) throws {
        logs = (
            try Data(contentsOf: URL(fileURLWithPath: witness)), try Data(contentsOf: URL(fileURLWithPath: log))
        )
        events = try WitnessEvent.read([UInt8](logs.witness))
        acks = AckLog(events)
        presses = try PressLog.read(log).allowed
    }

    /// Keeps the record where nothing removes it; says where, and how it is looked at again.
    func keep(seed: UInt64) -> String {
        let folder = NSTemporaryDirectory() + "hailong-power-\(seed)-\(UUID().uuidString.prefix(8))"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try logs.witness.write(to: URL(fileURLWithPath: folder + "/witness.log"))
            try logs.presses.write(to: URL(fileURLWithPath: folder + "/presses.csv"))
            return "again: HAILONG_POWER_SEED=\(seed) HAILONG_POWER_RECORD=\(folder)"
        } catch {
            return "seed \(seed), and the record could not be kept: \(error)"
        }
    }

    /// The presses that boxes may have forgotten once so many events had happened.
    func released(by count: Int) -> Set<LoggedPress> { presses(acks.released(by: count)) }

    private func presses(_ next: [UInt64: UInt32]) -> Set<LoggedPress> {
        presses.filter { $0.sequence < next[$0.boot] ?? 0 }
    }

    /// How many presses were looked for at the ACK that released them, and those that were not certain to be there.
    func earlyAcks() throws -> (checked: Int, found: [String]) {
        let folder = try TemporaryFolder()
        var medium = Medium()
        var next: [UInt64: UInt32] = [:]
        var (checked, found): (Int, [String]) = (0, [])
        var (syncs, certain): (Int, Set<LoggedPress>) = (0, [])
        for (number, ack) in acks.entries.enumerated() {
            for event in events[medium.number..<max(medium.number, ack.began)] { medium.take(event) }
            let released = presses.filter {
                $0.boot == ack.boot && $0.sequence < ack.next && $0.sequence >= next[ack.boot] ?? 0
            }
            next[ack.boot] = ack.next
            checked += released.count
            if medium.syncs != syncs {
                syncs = medium.syncs
                let aftermath = try Aftermath(medium.certain, at: "\(folder.path)/\(number)")
                defer { aftermath.remove() }
                certain = try aftermath.presses()
            }
            let missing = released.subtracting(certain)
            if !missing.isEmpty { found.append("ACK \(number) (event \(ack.began)) of \(missing)") }
        }
        return (checked, found)
    }

    /// A witness that missed a write proves nothing: all that it saw must add up to what is there.
    private func compare(with centre: Centre) throws {
        var medium = Medium()
        for event in events { medium.take(event) }
        var there: [String: [UInt8]] = [:]
        let names = FileManager.default.enumerator(atPath: centre.data)?.compactMap { $0 as? String } ?? []
        for name in names where name != "hailong.lock" && name != "hailong.sock" && !name.hasSuffix("-shm") {
            let path = centre.data + "/" + name
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            there[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        let seen = medium.whole
        guard seen == there else {
            throw TestFailure(
                "the witness saw \(seen.mapValues(\.count)), the folder has \(there.mapValues(\.count))")
        }
    }
}
