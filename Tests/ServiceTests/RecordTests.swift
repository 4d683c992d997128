import Foundation
import KioskProtocol
import Ratings
import Sessions
import Simulator
import Testing

@Suite("What a technician does at a box")
struct RecordTests {
    @Test("beside the service a recording has the presses, which count as always, and no PIN")
    func besideService() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "1")
        #expect(try await boxes.press(1, button: 1))

        let file = centre.folder + "/a.session"
        let recording = try RunningCommand([
            "record", Fleet.uid(1), file, "--note", "nút 3 không ăn", "--data-dir", centre.data,
        ])
        #expect(await recording.waitForLine(centre.ports + "/box-01: recording"))
        try boxes.type("pin 1 493817")
        #expect(try await boxes.press(1, button: 3))
        recording.signal(SIGINT)
        #expect(await recording.exitStatus() == 0, "\(recording.errorText)")

        let session = try Session([UInt8](Data(contentsOf: URL(fileURLWithPath: file))), file: file)
        #expect(session.header.values[.uid] == Fleet.uid(1))
        #expect(session.header.values[.model] == "HL-SIM")
        #expect(session.header.values[.note] == "nút 3 không ăn")
        #expect(session.entries.contains { $0.event == .note("left out: a badge or PIN") })
        #expect(!session.text.contains("34 39 33 38 31 37"))
        #expect(Self.presses(session).map(\.button) == [2])
        #expect(session.entries.contains { if case .toBox = $0.event { true } else { false } })

        let again = try await centre.hailong("record", Fleet.uid(1), file)
        #expect(again.status == 1)
        #expect(again.errors.contains("there already"))
        var inputs: [String] = []
        try centre.store().forEachPress { inputs.append($0.press.input) }
        #expect(inputs == ["1", "3"])
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("without a service a port is only listened to, and the box keeps its presses for the service")
    func listening() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let boxes = try await centre.simulate("--boxes", "1")
        let file = centre.folder + "/a.session"
        let port = centre.ports + "/box-01"
        let recording = try RunningCommand(["record", port, file, "--data-dir", centre.data])
        #expect(await recording.waitForLine(port + ": listening only"))

        let held = try await centre.hailong("record", port, centre.folder + "/b.session")
        #expect(held.status == 3)
        #expect(held.errors.contains("in use by process \(recording.processID)"))

        try boxes.type("press 1 4")
        try boxes.type("unplug 1")
        // The port's end is the recording's end.
        #expect(await recording.exitStatus() == 0, "\(recording.errorText)")
        let session = try Session([UInt8](Data(contentsOf: URL(fileURLWithPath: file))), file: file)
        #expect(session.entries.first?.event == .opened)
        #expect(session.entries.last?.event == .hungUp)
        #expect(!session.entries.contains { if case .toBox = $0.event { true } else { false } })

        try boxes.type("plug 1")
        let service = try await centre.serve()
        try boxes.type("wait")
        #expect(await boxes.waitForLine("receipted"))
        var inputs: [String] = []
        try centre.store().forEachPress { inputs.append($0.press.input) }
        #expect(inputs == ["4"])
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("a port that the service cannot open just now is waited for, and a box is named by its counter, too")
    func waiting() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let port = centre.folder + "/later/box-01"
        let service = try await centre.serve(["--port", port])
        let file = centre.folder + "/a.session"
        let recording = try RunningCommand(["record", port, file, "--data-dir", centre.data])
        #expect(await recording.waitForLine(port + ": waiting"), "\(recording.errorText)")

        let boxes = try await centre.simulate("--boxes", "1", ports: centre.folder + "/later")
        #expect(try await boxes.press(1, button: 4))
        for name in ["Q01", "B01"] {
            let named = try await centre.hailong("record", name, "\(centre.folder)/\(name).session", "--for", "1s")
            #expect(named.status == 0, "\(named.errors)")
            #expect(named.lines.first?.hasPrefix(port + ": recording") == true, "\(named.lines)")
        }
        let unknown = try await centre.hailong("record", "Q99", centre.folder + "/b.session")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("neither a UID nor a registered box's label nor a counter's code"))

        recording.signal(SIGINT)
        #expect(await recording.exitStatus() == 0, "\(recording.errorText)")
        let session = try Session([UInt8](Data(contentsOf: URL(fileURLWithPath: file))), file: file)
        #expect(session.entries.contains { $0.event == .opened })
        #expect(Self.presses(session).map(\.button) == [3])
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test(
        "what cannot be recorded is told, and leaves no file",
        arguments: [
            ("/etc/passwd", "is not a tty"), ("/nowhere/ttyUSB0", "there is no such port"),
            ("5300000000000001", "must be the path of a port"),
        ])
    func refusals(port: String, remedy: String) async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let file = centre.folder + "/a.session"
        let result = try await centre.hailong("record", port, file, "--for", "1s")
        #expect(result.status == 3)
        #expect(result.errors.contains(remedy), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("a technician finds a box by its counter, tests it, and its test presses do not count")
    func blinkAndTest() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let alone = try await centre.hailong("box", "blink", "Q01")
        #expect(alone.status == 1)
        #expect(alone.errors.contains("Dịch vụ không chạy"))

        let service = try await centre.serve()
        let boxes = try await centre.simulate("--boxes", "1")
        #expect(try await boxes.press(1, button: 1))
        let blink = try await centre.hailong("box", "blink", "Q01", "--for", "3s")
        #expect(blink.lines == ["Thiết bị B01 nhấp nháy trong 3 giây."])
        let absent = try await centre.hailong("box", "blink", "B02")
        #expect(absent.status == 1)
        #expect(absent.errors.contains("không kết nối"))

        let settings = ["settings.csv": "name,scope,since,value\nminimum_interval_s,centre,2019-01-01,0\n"]
        #expect(try await centre.importFiles(settings).status == 0)
        #expect(try await centre.hailong("box", "test", "Q01", "start", "--why", "thử nút").status == 0)
        #expect(try await boxes.press(1, button: 2))
        #expect(try await centre.hailong("box", "test", "Q01", "end", "--why", "xong").status == 0)
        #expect(try await boxes.press(1, button: 3))
        var verdicts: [Verdict] = []
        try centre.store().forEachPress { verdicts.append($0.rating.verdict) }
        #expect(verdicts == [.counted, .test, .counted])
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0)
        }
    }

    @Test("labels are made for all boxes, for a counter's, and for none that nobody knows")
    func labels() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let out = centre.folder + "/labels.html"
        try "support_phone: \"0299 3822 333\"\n".write(
            toFile: centre.folder + "/hailong.yaml", atomically: true, encoding: .utf8)
        #expect(try await centre.hailong("box", "label", "all", "--out", out, "--config", centre.folder).status == 0)
        let all = try String(contentsOfFile: out, encoding: .utf8)
        #expect(all.components(separatedBy: "<article").count == 18)
        #expect(all.contains("0299 3822 333"))

        let third = ["box", "label", "--counter", "Q03", "--support", "113", "--data-dir", centre.data, "--out"]
        let second = try await Executable.run(third + [out])
        #expect(second.status == 1)
        #expect(second.errors.contains("\(out) is there already. Name another file, or overwrite it with --replace."))
        #expect(try String(contentsOfFile: out, encoding: .utf8) == all)
        #expect(try await Executable.run(third + [out, "--replace"]).status == 0)
        let html = try String(contentsOfFile: out, encoding: .utf8)
        #expect(html.components(separatedBy: "<article").count == 2)
        #expect(html.contains("Quầy số 3") && html.contains("113"))
        let other = centre.folder + "/other.html"
        #expect(try await centre.hailong("box", "label", "--counter", "Q99", "--out", other).status == 1)
        #expect(try await centre.hailong("box", "label", "nobody", "--out", other).status == 1)

        let inFolder = try await Executable.run(third + [centre.folder, "--replace"])
        #expect(inFolder.status == 3)
        #expect(inFolder.errors.contains("cannot be written: it is a folder. Name a file in it."))
        let nowhere = try await Executable.run(third + [centre.folder + "/none/labels.html"])
        #expect(nowhere.status == 3)
        #expect(nowhere.errors.contains("No such file or directory. Name a file in a folder"), "\(nowhere.errors)")
    }

    @Test("settings that are no text in UTF-8, or no file, are refused in plain words")
    func unreadableSettings() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let path = centre.folder + "/hailong.yaml"
        let label = ["box", "label", "all", "--out", "/dev/null", "--config", centre.folder, "--data-dir", centre.data]
        try Data("support_phone: \"0299 \u{E9}\"\n".unicodeScalars.map { UInt8($0.value) }).write(
            to: URL(fileURLWithPath: path))
        let coded = try await Executable.run(label)
        #expect(coded.status == 1)
        #expect(coded.errors.contains("\(path): the file is no text in UTF-8. Save it again"), "\(coded.errors)")

        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let unread = try await Executable.run(label)
        #expect(unread.status == 1)
        #expect(unread.errors.contains("\(path): cannot be read: Is a directory."), "\(unread.errors)")
    }

    /// The records of the presses that a session has from the box.
    private static func presses(_ session: Session) -> [PressRecord] {
        var decoder = FrameDecoder()
        var presses: [PressRecord] = []
        for entry in session.entries {
            guard case .fromBox(let bytes) = entry.event else { continue }
            for byte in bytes {
                guard case .frame(let body) = decoder.receive(byte), case .press(let press)? = BoxMessage(body) else {
                    continue
                }
                presses.append(press.record)
            }
        }
        return presses
    }
}
