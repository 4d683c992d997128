import Foundation
import Simulator
import Testing

/// A booted machine with the service in it, and boxes to plug in.
actor Guest {
    /// The guest of the suite that runs.
    @TaskLocal static var current: Guest?

    /// A line of `hailong devices --json`.
    struct Box: Decodable {
        var device: String?
        var port: String?
        var state: String
        var since: String?
    }

    nonisolated let machine: Machine
    nonisolated let fleet: Fleet
    private let folder: String
    private var plugged: Set<Int> = []
    private var number = 0

    /// Boots for a suite; box `first`, if any, is plugged in before the kernel looks.
    init(suite: String, options: [String], first: Int?) async throws {
        let image = try Image()
        folder = NSTemporaryDirectory() + "hailong-e2e-boxes-\(UUID().uuidString.prefix(8))"
        var boxes = FleetConfiguration(boxes: 12, directory: folder + "/lines")
        boxes.logPath = folder + "/presses.csv"
        fleet = try await Fleet.start(boxes)
        machine = try await Machine(image: image, suite: suite, options: options)
        do {
            if let first { try await plug(first) }
            for await line in machine.shell.heard where line == "=== ready" {
                try await run("until [ -e /run/udev.settled ] && [ -S \(Self.data)/hailong.sock ]; do sleep 0.1; done")
                return
            }
            throw EndToEndFailure("the guest does not boot; \(image.console(of: suite)) says why")
        } catch {
            await end()
            throw error
        }
    }

    /// Ends the machine and the boxes.
    func end() async {
        await machine.end()
        await fleet.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The guest of this suite, nothing plugged in.
    static func atRest() async throws -> Guest {
        guard let guest = current else { throw EndToEndFailure("this suite has no guest: give it the trait .guest") }
        for box in await guest.plugged { try await guest.pull(box) }
        _ = try await guest.boxes { $0.allSatisfy { $0.port == nil } }
        return guest
    }

    // MARK: Boxes

    /// Plugs a box in, its adapter marked as ours unless said otherwise.
    func plug(_ box: Int, serial: String? = nil, at socket: Machine.Socket? = nil) async throws {
        plugged.insert(box)
        try await machine.plugAdapter(
            "box\(box)", serial: serial ?? "KIOSK\(box)", line: "\(folder)/lines/box-\(box < 10 ? "0" : "")\(box)",
            at: socket)
    }

    /// Pulls a box out.
    func pull(_ box: Int) async throws {
        plugged.remove(box)
        try await machine.pullAdapter("box\(box)")
    }

    /// Pulls a hub with the boxes on it.
    func pull(hub: String, with boxes: [Int]) async throws {
        try await machine.pull(hub)
        for box in boxes {
            plugged.remove(box)
            try await machine.releaseLine("box\(box)")
        }
    }

    /// Plugs a box in, and waits until the service has welcomed it.
    func connect(_ box: Int, at socket: Machine.Socket? = nil) async throws {
        try await plug(box, at: socket)
        try await untilLinked([box])
    }

    /// Waits until the service has welcomed these boxes.
    func untilLinked(_ boxes: [Int]) async throws {
        try await fleet.wait { all in all.filter { boxes.contains($0.number) }.allSatisfy(\.isLinked) }
    }

    // MARK: Inside

    private static let data = "/var/lib/hailong"

    /// Runs a command as root and returns what it prints; throws if it fails.
    @discardableResult
    func run(_ command: String) async throws -> String {
        number += 1
        try machine.shell.say("\(number) \(command)")
        var printed: [String] = []
        for await line in machine.shell.heard {
            let words = line.split(separator: " ")
            guard words.count == 3, words[0] == "===", words[1] == "\(number)" else {
                printed.append(line)
                continue
            }
            let text = printed.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
            guard words[2] == "0" else { throw EndToEndFailure("'\(command)' ends with \(words[2]): \(text)") }
            return text
        }
        throw EndToEndFailure("the guest is gone, or the test's time is over, at '\(command)'")
    }

    /// Runs `hailong` as the service's user.
    func hailong(_ words: String) async throws -> String { try await run("su hailong -c 'hailong \(words)'") }

    /// What `hailong devices` says as soon as `condition` holds.
    func boxes(once condition: ([Box]) -> Bool) async throws -> [Box] {
        while true {
            let found = try JSONDecoder().decode([Box].self, from: Data(try await hailong("devices --json").utf8))
            if condition(found) { return found }
        }
    }

    /// The port at which the service has this box, once it is connected.
    func port(of box: Int) async throws -> String { try await connected(box)?.port ?? "" }

    /// Since when this box is connected.
    func connectedSince(_ box: Int) async throws -> String { try await connected(box)?.since ?? "" }

    private func connected(_ box: Int) async throws -> Box? {
        func isConnected(_ line: Box) -> Bool { line.device == Fleet.uid(box) && line.state == "connected" }
        return try await boxes { $0.contains(where: isConnected) }.first(where: isConnected)
    }

    /// The service's process.
    func service() async throws -> String { try await run("pidof hailong") }

    /// The processor time that the service takes in 5 s.
    func processorTime() async throws -> Duration {
        let spent = "$(cut -d ' ' -f 14,15 /proc/$(pidof hailong)/stat | tr ' ' '+')"
        let taken = try await run("before=$((\(spent))); sleep 5; echo $((\(spent) - before))")
        return .milliseconds(10 * (Int(taken) ?? .max))
    }

    /// Waits for all receipts of plugged boxes, and compares the ledger with what was pressed.
    func expectEveryPressOnce(_ location: SourceLocation = #_sourceLocation) async throws {
        let plugged = self.plugged
        try await fleet.wait { all in all.allSatisfy { !plugged.contains($0.number) || $0.unreceipted == 0 } }
        let stored = try await stored()
        let log = try PressLog.read(folder + "/presses.csv")
        #expect(Set(stored).count == stored.count, "a press is stored twice", sourceLocation: location)
        #expect(log.missing(from: Set(stored)).isEmpty, sourceLocation: location)
        #expect(log.extra(in: Set(stored)).isEmpty, sourceLocation: location)
        _ = try await hailong("verify")
    }

    /// The counters for which the presses of a box were taken.
    func counters(of box: Int) async throws -> [String] {
        try await ledger().filter { $0[1] == Fleet.uid(box) }.map { $0[7] }
    }

    private func stored() async throws -> [LoggedPress] {
        try await ledger().map { row in
            LoggedPress(
                device: row[1], boot: UInt64(row[2], radix: 16) ?? 0, sequence: UInt32(row[3]) ?? .max,
                button: Int(row[4]) ?? 0)
        }
    }

    private func ledger() async throws -> [[String]] {
        try await hailong("press list").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}
