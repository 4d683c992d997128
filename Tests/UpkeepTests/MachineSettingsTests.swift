import Ratings
import Store
import Testing

@testable import Upkeep

@Suite("The machine's settings") struct MachineSettingsTests {
    private static func refusal(_ text: String) -> String? {
        do {
            _ = try MachineSettings(yaml: text.utf8)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("what is written is read, and nothing at all is all default")
    func read() throws {
        let settings = try MachineSettings(
            yaml: """
                data_dir: /srv/hailong
                ports: [/dev/ttyS0]
                adapters: [{ vendor: "0403", serial: "KIOSK*" }]
                log_level: debug
                backup: { to: [/media/usb], at: "12:30", keep: 7, keep_months: 0 }
                support_phone: 0299 3 820 820
                papers: { template: /etc/hailong/mau.docx, sentence: five-columns }
                """.utf8)
        #expect(settings.dataDir == "/srv/hailong")
        #expect(settings.ports == ["/dev/ttyS0"])
        #expect(settings.adapters?.map(\.serial) == ["KIOSK*"])
        #expect(settings.logLevel == "debug")
        #expect(settings.papers?.template == "/etc/hailong/mau.docx" && settings.papers?.sentence == .fiveColumns)
        #expect(settings.supportPhone == "0299 3 820 820")
        let backups = settings.backups(in: DataDirectory("/srv/hailong"))
        #expect(backups.targets == ["/media/usb"])
        #expect(backups.rotation == BackupRotation(days: 7, months: 0))
        #expect(try MachineSettings(yaml: "# nothing\n\n".utf8).dataDir == nil)
    }

    @Test(
        "what makes no sense is refused, and said",
        arguments: [
            ("data_dri: /srv", "there is no setting 'data_dri'"), ("backup: { too: [] }", "there is no setting 'too'"),
            ("backup: { at: noon }", "no time of day"), ("backup: { to: [usb] }", "no folder from the root"),
            ("backup: { keep: 0 }", "keep takes 1 or more"), ("log_level: loud", "log_level 'loud'"),
            ("adapters: [{ vendor: \"0403\", serail: \"K*\" }]", "there is no setting 'serail'"),
            ("adapters: [{ name: x }]", "adapters, entry 1"), ("ports: {", "Correct the file"),
            ("papers: { sentence: long }", "Correct the file"),
            ("papers: { template: mau.docx }", "is not a whole path"),
            ("papers: { sentense: levels }", "there is no setting 'sentense'"),
            ("ports: [\"/dev/tty\\0S0\"]", "'/dev/tty\\0S0' has the character NUL"),
            ("backup: { to: [\"/media/\\x00\"] }", "has the character NUL"),
            ("# a\nadapters: [{ name: x, [usb] }]", "line 2: what stands before a ':'"),
            ("backup: { { at: 1 }: 2 }", "what stands before a ':'"), ("[a]: 1", "what stands before a ':'"),
        ])
    func refused(text: String, why: String) {
        let said = Self.refusal(text)
        #expect(said?.contains(why) == true, "\(said ?? "taken")")
    }

    @Test("bytes that are no UTF-8 are refused")
    func noText() {
        let error = #expect(throws: SettingsError.self) { try MachineSettings(yaml: [0x70, 0xFF]) }
        #expect(error?.description.contains("UTF-8") == true)
    }
}
