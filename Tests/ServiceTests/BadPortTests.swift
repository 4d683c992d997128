import Foundation
import Simulator
import Testing

@Suite("Ports that are no boxes", .timeLimit(.minutes(1)))
struct BadPortTests {
    @Test("what is no tty, a console and somebody's login are told apart and left alone, and boxes are served")
    func told() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let file = centre.folder + "/notes.txt"
        try "not a tty".write(toFile: file, atomically: true, encoding: .utf8)
        // A login: the leader of a session whose terminal this is.
        let other = try await Fleet.start(FleetConfiguration(boxes: 1, directory: centre.folder + "/login"))
        let terminal = try FileManager.default.destinationOfSymbolicLink(atPath: centre.folder + "/login/box-01")
        let login = try RunningCommand(
            ["--wait", "sh", "-c", "exec <'\(terminal)'; echo here; read line"], program: "setsid")
        #expect(await login.waitForLine("here"))

        let ports = [file, "/dev/null", "/dev/console", terminal, centre.folder + "/nothing", centre.ports]
        let service = try await centre.serve(ports.flatMap { ["--port", $0] })
        let fleet = try await Fleet.start(FleetConfiguration(boxes: 1, directory: centre.ports))
        try await fleet.waitUntilLinked()
        fleet.press(1, button: 1, by: .touch())
        try await fleet.waitUntilReceipted()

        let devices = try await centre.hailong("devices", "--json").text.replacing("\\/", with: "/")
        for path in [file, "/dev/null"] { #expect(devices.contains("\(path) is not a tty"), "\(devices)") }
        for path in ["/dev/console", terminal] where FileManager.default.fileExists(atPath: path) {
            #expect(devices.contains("\(path) is somebody's console"), "\(devices)")
        }
        #expect(devices.contains("nothing: there is no such port"), "\(devices)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text == "not a tty")
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
        await fleet.stop()
        await other.stop()
        _ = await login.exitStatus()
    }
}
