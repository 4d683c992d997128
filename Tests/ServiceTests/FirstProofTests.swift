import Foundation
import Ratings
import Simulator
import Testing

@Suite("The real service against boxes with every fault", .serialized)
struct FirstProofTests {
    private static let boxes = 40
    private static let presses = 20_000

    @Test("20,000 presses survive every fault and 20 kills of the service, each exactly once")
    func everyPressOnce() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        #expect(try await centre.importFiles(Self.directory).status == 0)

        let seed = UInt64.random(in: 1...1_000_000)
        var random = SplitMix64(seed: seed)
        let simulator = try await centre.simulate(
            "--boxes", "\(Self.boxes)", "--count", "\(Self.presses)", "--rate", "9", "--seed", "\(seed)", "--ring",
            "1024",
            "--noise", "0.0005", "--split", "0.2", "--drop", "0.0005", "--repeat", "0.05", "--unplug-every", "15",
            "--reset-every", "20", "--offline", "0.1")
        for _ in 0..<20 {
            let service = try await centre.serve()
            // The moment of the kill is the point: there is no event to wait for.
            try await Task.sleep(for: .milliseconds(Int(random.next() % 1500)))
            service.signal(SIGKILL)
            #expect(await service.exitStatus() == -SIGKILL)
        }
        let service = try await centre.serve()
        let status = await simulator.exitStatus()
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        #expect(status == 0, "seed \(seed): \(simulator.errorText)")

        try await compare(centre, seed: seed)
    }

    private func compare(_ centre: Centre, seed: UInt64) async throws {
        let store = try centre.store()
        var stored: [LoggedPress] = []
        var pressed: [String: [Int: Int]] = [:]
        try store.forEachPress { row in
            let key = row.press.key
            stored.append(
                LoggedPress(
                    device: key.device, boot: key.boot, sequence: key.sequence, button: Int(row.press.input) ?? 0))
        }
        let log = try PressLog.read(centre.log)
        #expect(log.presses >= Self.presses, "seed \(seed)")
        #expect(Set(stored).count == stored.count, "seed \(seed): a press is stored twice")
        #expect(log.missing(from: Set(stored)).isEmpty, "seed \(seed): \(log.missing(from: Set(stored)).count) missing")
        #expect(log.extra(in: Set(stored)).isEmpty, "seed \(seed): \(log.extra(in: Set(stored)).count) invented")

        #expect(try await centre.hailong("verify").status == 0, "seed \(seed)")
        for press in log.required {
            pressed[Self.unit(of: press.device), default: [:]][press.button, default: 0] += 1
        }
        try await compareTable(centre, pressed, seed: seed)
    }

    /// The table of today and yesterday (a run may cross midnight) against what the simulator's log says was pressed.
    private func compareTable(_ centre: Centre, _ pressed: [String: [Int: Int]], seed: UInt64) async throws {
        let zone = Zone.vietnam
        let today = zone.day(of: Instant(Date()))
        let report = try await centre.hailong(
            "report", "phu-luc-ii", "--from", "\(today.advanced(by: -1))", "--to", "\(today)", "--format", "json")
        #expect(report.status == 0)
        let table = try JSONDecoder().decode(PrintedTable.self, from: Data(report.text.utf8))
        #expect(table.rows.count == 17)
        for row in table.rows {
            let expected = pressed[row.code ?? ""] ?? [:]
            let counts = Column.allCases.map { row.counts[$0.rawValue] ?? 0 }
            #expect(counts == (1...5).map { expected[$0] ?? 0 }, "seed \(seed): \(row.name)")
        }
    }

    /// Box n stands at the counter of unit (n - 1) mod 17 + 1, and nothing counts as a repeat.
    private static let directory: [String: String] = {
        let numbers = 18...boxes
        func uid(_ number: Int) -> String { Fleet.uid(number) }
        let registered = numbers.map { "\(uid($0)),B\($0),\n" }.joined()
        let assigned = numbers.map { "\(uid($0)),\(counter($0)),2019-01-01,\n" }.joined()
        return [
            "boxes.csv": "uid,label,note\n" + registered,
            "assignments.csv": "box,counters,since,until\n" + assigned,
            "settings.csv": "name,scope,since,value\nminimum_interval_s,centre,2019-01-01,0\n",
        ]
    }()

    private static func counter(_ number: Int) -> String {
        let index = (number - 1) % 17 + 1
        return index < 10 ? "Q0\(index)" : "Q\(index)"
    }

    /// The unit code of a box, by the imported directory: counters and units have the same order.
    private static func unit(of device: String) -> String {
        let number = Int(UInt64(device, radix: 16).map { $0 & 0xFFFF } ?? 0)
        return unitCodes[(number - 1) % 17]
    }

    private static let unitCodes: [String] = {
        let text = try? String(contentsOfFile: Centre.socTrang + "/soc-trang/counters.csv", encoding: .utf8)
        let lines = (text ?? "").split(separator: "\n").dropFirst()
        return lines.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
    }()
}
