import Devices
import Foundation
import Ratings
import Testing

@testable import Upkeep

@Suite("What doctor says") struct FindingWordsTests {
    private func only(_ spoil: (inout MachineFacts) throws -> Void) throws -> Finding {
        var facts = try Scene.healthy()
        try spoil(&facts)
        return try #require(Doctor.findings(facts, at: Scene.now).first)
    }

    @Test("a healthy machine is told in one line") func healthy() {
        #expect(DoctorText(.vietnamese, zone: .vietnam).lines([]) == ["Không phát hiện vấn đề nào."])
        #expect(DoctorText(.english, zone: .vietnam).lines([]) == ["Nothing is wrong."])
    }

    @Test("a page numbers the problems and puts each command on a line of its own") func page() throws {
        var facts = try Scene.healthy()
        facts.links(Scene.link(.silent, since: Scene.ago(3600)))
        facts.unseen = [.unseenHolders]
        let page = DoctorText(.vietnamese, zone: .vietnam).lines(Doctor.findings(facts, at: Scene.now))
        #expect(
            page == [
                "Phát hiện 1 vấn đề:", "",
                "1. [Lỗi] Thiết bị B01 (Quầy số 1), cổng /dev/ttyUSB0, ổ cắm pci-0000:00:14.0-usb-0:2:1.0: "
                    + "im lặng từ 18:26 ngày 13/9/2020.",
                "   Cách khắc phục: Kiểm tra dây và nguồn của thiết bị, rút ra cắm lại. Xem lại:",
                "      hailong devices", "", "Các lệnh trên cần quyền quản trị: gõ sudo -i trước.", "",
                "Không xem được: chương trình nào đang mở cổng. Chạy lại bằng sudo:", "      sudo hailong doctor",
            ])
    }

    @Test("numbers and times are written as each language writes them") func numbers() throws {
        let gap = Gap(
            device: Scene.box, boot: 1, from: 5, to: 12_751, cause: .coldStart, after: nil, noticed: Scene.ago(0))
        let finding = try only { try $0.book { $0.directory = try Scene.directory([gap]) } }
        let vietnamese = FindingWords(.vietnamese, zone: .vietnam).what(finding)
        #expect(vietnamese.contains("12.746 lượt bấm, phát hiện lúc 19:26 ngày 13/9/2020"))
        #expect(FindingWords(.english, zone: .vietnam).what(finding).contains("12,746 presses"))
    }

    @Test("a name from outside neither steers the terminal nor escapes the shell nor fills a place") func oddNames()
        throws
    {
        let evil = "mini\u{1B}[2J\u{202E}\n{pid}"
        let finding = try only { $0.ports[0].holders = [ProcessName(pid: 9, name: evil)] }
        let text = FindingWords(.english, zone: .vietnam).what(finding)
        #expect(text.contains("mini\u{FFFD}[2J\u{FFFD}\u{FFFD}{pid} (PID 9)"))

        let folder = try only {
            $0.folder?.path = "/srv/a b'; reboot"
            $0.folder?.owner.mode = 0o777
        }
        #expect(
            FindingWords(.english, zone: .vietnam).commands(folder) == ["chmod 750 '/srv/a b'\\''; reboot'"])
    }

    @Test("an adapter that fits no rule comes with the entry for hailong.yaml, without what would not be plain there")
    func ruleLine() {
        let plain = Adapter(vendor: "1a86", product: "7523", serial: "A-1")
        #expect(plain.ruleLine == "- { vendor: \"1a86\", product: \"7523\", serial: \"A-1\" }")
        let odd = Adapter(vendor: "1a86", product: "7523", serial: "\"*\u{1B}")
        #expect(odd.ruleLine == "- { vendor: \"1a86\", product: \"7523\" }")
    }

    @Test("our own commands name the data folder where it is not in its usual place") func options() throws {
        let finding = try only { $0.rules = .missing }
        let words = FindingWords(.english, zone: .vietnam, options: ["--config", "/srv/my config"])
        #expect(
            words.commands(finding).first
                == "hailong udev-rules --config '/srv/my config' > /etc/udev/rules.d/70-hailong.rules")
    }

    @Test("JSON carries stable codes, numbers as numbers, and both languages") func json() throws {
        let finding = try only { $0.service.openFiles = 10 }
        let data = try JSONEncoder().encode(DoctorReport([finding], zone: .vietnam))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let entry = try #require((object["findings"] as? [[String: Any]])?.first)
        #expect(entry["code"] as? String == "descriptors_low")
        #expect(entry["severity"] as? String == "warning")
        #expect((entry["parameters"] as? [String: Any])?["limit"] as? Int == 10)
        #expect(Set((entry["text"] as? [String: String] ?? [:]).keys) == ["vi", "en"])
        let fix = try #require(entry["fix"] as? [String: Any])
        #expect((fix["commands"] as? [String])?.last == "systemctl restart hailong")
    }
}
