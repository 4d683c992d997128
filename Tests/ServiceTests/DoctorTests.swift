import Foundation
import Simulator
import Testing

/// What `hailong doctor --json` prints.
private struct Diagnosis: Decodable {
    struct Entry: Decodable {
        struct Subject: Decodable {
            var label: String?
            var counters: [String]
            var port: String?
        }

        struct Fix: Decodable {
            var text: [String: String]
            var commands: [String]
        }

        var code: String
        var subject: Subject
        var text: [String: String]
        var fix: Fix
    }

    var findings: [Entry]
    var notes: [Entry]

    init(_ finished: Finished) throws {
        self = try JSONDecoder().decode(Diagnosis.self, from: Data(finished.text.utf8))
    }

    func all(_ code: String) -> [Entry] { findings.filter { $0.code == code } }
}

@Suite("Doctor beside a running service")
struct DoctorTests {
    /// The machine's own processes, under a root where udev's rules are installed.
    private static func root(of centre: Centre) async throws -> String {
        let root = centre.folder + "/root"
        let rules = root + "/etc/udev/rules.d"
        try FileManager.default.createDirectory(atPath: rules, withIntermediateDirectories: true)
        let text = try await Executable.run("udev-rules").lines.map { $0 + "\n" }.joined()
        try text.write(toFile: rules + "/70-hailong.rules", atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: root + "/proc", withDestinationPath: "/proc")
        return root
    }

    @Test("nothing is wrong while all boxes are there, and a service that hangs or was killed is named")
    func healthyThenNot() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let root = try await Self.root(of: centre)
        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "17")
        for box in 1...17 { #expect(try await boxes.press(box, button: 1)) }
        let healthy = try await centre.hailong("doctor", "--root", root)
        #expect(healthy.lines == ["Không phát hiện vấn đề nào."], "\(healthy.text)")
        #expect(healthy.status == 0, "\(healthy.errors)")

        service.signal(SIGSTOP)
        let began = ContinuousClock.now
        let stuck = try await centre.hailong("doctor", "--root", root, "--json")
        #expect(began.duration(to: .now) < .seconds(10))
        #expect(stuck.status == 1)
        #expect(try Diagnosis(stuck).findings.map(\.code) == ["service_stuck"])

        service.signal(SIGKILL)
        _ = await service.exitStatus()
        let killed = try await centre.hailong("doctor", "--root", root, "--english")
        #expect(killed.status == 1)
        #expect(killed.text.contains("did not end properly last time"), "\(killed.text)")
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)
    }

    @Test("rows 2, 12: twins, boxes that are nowhere and a port in other hands are named with counter and remedy")
    func findings() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let root = try await Self.root(of: centre)
        let service = try await centre.serve()
        let first = try await centre.simulate("--boxes", "1")
        #expect(try await first.press(1, button: 1))
        let twin = try await centre.simulateTwin()
        #expect(try await twin.press(1, button: 2))
        // This test itself is the other program: it has the box's port open too.
        let held = open(centre.ports + "/box-01", O_RDWR | O_NOCTTY | O_NONBLOCK)
        defer { close(held) }

        let finished = try await centre.hailong("doctor", "--root", root, "--json")
        #expect(finished.status == 1)
        let diagnosis = try Diagnosis(finished)
        let duplicate = try #require(diagnosis.all("box_duplicate").first)
        #expect(duplicate.subject.label == "B01")
        #expect(duplicate.subject.counters == ["Quầy số 1"])
        #expect(duplicate.fix.commands.contains { $0.contains("box settle") && $0.contains(Fleet.uid(1)) })
        #expect(duplicate.text["vi"] != duplicate.text["en"])
        #expect(
            diagnosis.all("box_never_heard").map(\.subject.label)
                == (2...17).map { "B" + ($0 < 10 ? "0\($0)" : "\($0)") })
        if held >= 0 {
            let holder = try #require(diagnosis.all("port_held").first)
            #expect(holder.text["vi"]?.contains("PID \(getpid())") == true)
            #expect(holder.subject.port == centre.ports + "/box-01")
        }
        for process in [first, twin, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("rows 6, 18: under udev, rules without effect, adapters that may sleep, and strangers are told apart")
    func adapters() async throws {
        let scene = try await UdevScene(boxes: 2)
        let box = UdevTestbed.Adapter(node: "ttyUSB0", socket: "1-1", serial: "KIOSK0001")
        try await scene.plug(box, box: 1)
        try await scene.plug(UdevTestbed.Adapter(node: "ttyUSB1", socket: "1-2", serial: "else's \u{1B}"), box: 2)
        try await scene.waitUntilLinked(1)
        scene.fleet.press(1, button: 1, by: .touch())
        try await scene.fleet.waitUntilReceipted()
        let root = try await Self.root(of: scene.centre)
        try FileManager.default.createSymbolicLink(
            atPath: root + "/sys", withDestinationPath: scene.udev.root + "/sys")
        let finished = try await Executable.run(
            ["doctor", "--json", "--root", root, "--data-dir", scene.centre.data],
            environment: scene.udev.environment)
        #expect(finished.status == 1, "\(finished.errors)")
        let diagnosis = try Diagnosis(finished)
        let ofPort = diagnosis.findings.filter { $0.subject.port == "/dev/ttyUSB0" }
        #expect(ofPort.map(\.code) == ["rules_not_in_effect", "autosuspend_on", "box_unassigned"], "\(finished.text)")
        #expect(diagnosis.notes.map(\.subject.port) == ["/dev/ttyUSB1"])
        #expect(diagnosis.notes.first?.text["vi"]?.contains("else's \u{FFFD}") == true, "\(finished.text)")
        try await scene.end()
    }

    @Test("a port that another program has locked is told once, with that program")
    func lockedPort() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        var (master, held) = (Int32(-1), Int32(-1))
        try #require(openpty(&master, &held, nil, nil, nil) == 0)
        defer { for end in [master, held] { close(end) } }
        for end in [master, held] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
        let slave = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(held)")
        try FileManager.default.createSymbolicLink(atPath: centre.ports + "/box", withDestinationPath: slave)
        let service = try await centre.serve()
        let diagnosis = try Diagnosis(try await centre.hailong("doctor", "--json"))
        let ofPort = diagnosis.findings.filter { $0.subject.port == centre.ports + "/box" }
        #expect(ofPort.map(\.code) == ["port_held"])
        #expect(ofPort.first?.fix.commands == ["systemctl status \(getpid())", "kill \(getpid())"])
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
    }
}
