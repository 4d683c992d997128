import Foundation
import Testing

@testable import Simulator

@Suite("The log of presses")
struct PressLogTests {
    private func log(_ lines: String..., end: String = "\n") throws -> PressLog {
        try PressLog(text: ([PressLogLine.header] + lines).joined(separator: "\n") + end, file: "log.csv")
    }

    private func press(_ boot: UInt64, _ sequence: UInt32, _ button: Int) -> LoggedPress {
        LoggedPress(device: "53", boot: boot, sequence: sequence, button: button)
    }

    @Test("presses made before their life had a boot get it from the boot line")
    func lives() throws {
        let log = try log("press,53,1,,0,5,100,0", "boot,53,1,ab,,,,", "press,53,1,ab,1,2,200,0")
        #expect(log.required == [press(0xAB, 0, 5), press(0xAB, 1, 2)])
        #expect(log.unnamed == 0)
    }

    @Test("what a cold start erased may be stored and need not be")
    func wiped() throws {
        let log = try log(
            "boot,53,1,a,,,,", "press,53,1,a,0,1,1,0", "press,53,1,a,1,2,2,0", "wiped,53,1,a,1,2,2,0",
            "press,53,2,,0,3,1,0", "dropped,53,2,,,,,")
        #expect(log.required == [press(0xA, 0, 1)])
        #expect(log.allowed == [press(0xA, 0, 1), press(0xA, 1, 2)])
        #expect(log.missing(from: []) == [press(0xA, 0, 1)])
        #expect(log.extra(in: [press(0xA, 1, 2), press(0xA, 2, 2)]) == [press(0xA, 2, 2)])
        #expect(log.unnamed == 1)
        #expect(log.dropped == 1)
    }

    @Test("a last line that is still being written is left out")
    func unfinished() throws {
        #expect(try log("boot,53,1,a,,,,", "press,53,1,a,0,1,1,0", "press,53,1,a,1", end: "").presses == 1)
    }

    @Test("what is no log is refused")
    func foreign() {
        #expect(throws: PressLog.Failure.self) { try PressLog(text: "box,button\n", file: "x") }
        #expect(throws: PressLog.Failure.self) { try log("press,53,one,a,0,1,1,0") }
        #expect(throws: PressLog.Failure.self) { try PressLog.read("/does/not/exist") }
    }

    @Test("a log that cannot be begun is told at the start; devices are not moved aside")
    func unwritable() async throws {
        let folder = Scene.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = FleetConfiguration(boxes: 1, directory: folder)
        configuration.logPath = "/dev/full"
        await #expect(throws: FleetError.self) { try await Fleet.start(configuration) }
        configuration.logPath = "/dev/null"
        try await Fleet.start(configuration).stop()
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    @Test("a log that breaks ends the fleet, and the press it could not take is not sent", .timeLimit(.minutes(1)))
    func broken() async throws {
        let pipe = Scene.folder() + ".pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { unlink(pipe) }
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        try await Scene.with(boxes: 1) {
            $0.logPath = pipe
        } _: { scene in
            try await scene.fleet.waitUntilLinked()
            close(reader)
            scene.fleet.press(1, button: 1, by: .touch())
            await #expect(throws: FleetError.self) { try await scene.fleet.wait { _ in false } }
            #expect(scene.host.ledger.reports.isEmpty)
        }
    }

    @Test("the log of an earlier run is kept aside")
    func earlier() throws {
        let path = Scene.folder()
        defer { for file in [path, path + ".old"] { try? FileManager.default.removeItem(atPath: file) } }
        try PressLogFile(path: path).write("first")
        try PressLogFile(path: path).write("second")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == PressLogLine.header + "\nsecond\n")
        #expect(try String(contentsOfFile: path + ".old", encoding: .utf8) == PressLogLine.header + "\nfirst\n")
    }
}
