import Documents
import Foundation
import Testing

@Suite("The month's whole report, by its commands")
struct WholeReportTests {
    private static let dossiers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("OfficeTests/Fixtures/phu-luc-i.xlsx").path
    private let june = ["report", "bao-cao", "--month", "2020-06"]

    private func centre(in folder: borrowing TemporaryFolder) async throws -> Centre {
        let centre = try Centre(in: folder.path)
        try #require(try await centre.importSocTrang().status == 0)
        return centre
    }

    @Test("from the form to the file that goes to be signed: nothing is left open, and the bytes stay the same")
    func toBeSigned() async throws {
        let folder = try TemporaryFolder()
        let centre = try await centre(in: folder)
        let (form, out) = (folder.path + "/loi-van.txt", folder.path + "/ho-so.zip")
        let draft = try await centre.hailong(june + ["--out", folder.path + "/bao-cao.docx"])
        #expect(draft.status == 0)
        #expect(draft.errors.contains("hailong dossiers import --month 2020-06"), "\(draft.errors)")
        let dossiers = try await centre.hailong("dossiers", "import", "--month", "2020-06", Self.dossiers)
        try #require(dossiers.status == 0, "\(dossiers.errors)")

        let unfrozen = try await centre.hailong(june + ["--state", "for_signature", "--out", out])
        #expect(unfrozen.status == 1)
        #expect(unfrozen.errors.contains("hailong report issue submit"), "\(unfrozen.errors)")
        // Frozen: the state is the edition's, whatever comes after.
        #expect(try await centre.hailong("report", "issue", "submit", "--month", "2020-06").status == 0)

        #expect(try await centre.hailong("report", "loi-van", "--month", "2020-06", "--out", form).status == 0)
        let refused = try await centre.hailong(june + ["--out", out])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("{{nguyen_nhan_qua_han}}"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: out))
        var text = try String(contentsOfFile: form, encoding: .utf8)
        for field in ["nguyen_nhan_qua_han", "kho_khan", "kien_nghi", "phuong_huong"] {
            text = text.replacingOccurrences(of: "[\(field)]\n", with: "[\(field)]\nKhông có (\(field)).\n")
        }
        try text.write(toFile: form, atomically: true, encoding: .utf8)
        let kept = try await centre.hailong("report", "loi-van", "--month", "2020-06", form)
        #expect(kept.status == 0 && kept.text.contains("Khó khăn, vướng mắc: ghi “Không có (kho_khan).”"))

        var bundles: [Data] = []
        for _ in 1...2 {
            let made = try await centre.hailong(june + ["--bundle", "--out", out])
            #expect(made.status == 0, "\(made.errors)")
            bundles.append(try Data(contentsOf: URL(fileURLWithPath: out)))
        }
        #expect(bundles[0] == bundles[1])
        let names = try ZipArchive(reading: bundles[0]).entries.map(\.name)
        #expect(names == ["bao-cao-2020-06.docx", "bao-cao-2020-06.pdf", "phu-luc-2020-06.xlsx"])

        // The next month starts from it, but for causes.
        let next = folder.path + "/thang-7.txt"
        #expect(try await centre.hailong("report", "loi-van", "--month", "2020-07", "--out", next).status == 0)
        let begun = try String(contentsOfFile: next, encoding: .utf8)
        #expect(begun.contains("Không có (kho_khan).") && !begun.contains("Không có (nguyen_nhan_qua_han)."))
    }

    @Test("a field of the centre's own template that Word split works; an unknown one names its paragraph")
    func ownTemplate() async throws {
        let folder = try TemporaryFolder()
        let centre = try await centre(in: folder)
        let (template, out) = (folder.path + "/mau.docx", folder.path + "/bao-cao.docx")
        #expect(try await centre.hailong("report", "template", "--out", template).status == 0)
        let original = try Data(contentsOf: URL(fileURLWithPath: template))
        try "papers:\n  template: \(template)\n".write(
            toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
        for (words, status) in [("{{cau_</w:t></w:r><w:r><w:t>danh_gia}}", Int32(0)), ("Nay {{cau_danh_gi}}", 1)] {
            var archive = try ZipArchive(reading: original)
            let xml = String(decoding: try #require(archive["word/document.xml"]), as: UTF8.self)
            archive["word/document.xml"] = Data(xml.replacing("{{cau_danh_gia}}", with: words).utf8)
            try archive.bytes().write(to: URL(fileURLWithPath: template))
            let made = try await centre.hailong(june + ["--out", out, "--config", folder.path])
            #expect(made.status == status, "\(made.errors)")
            if status == 1 {
                #expect(made.errors.contains("Đoạn \"Nay {{cau_danh_gi}}\": không có trường {{cau_danh_gi}}."))
                #expect(made.errors.contains("Có phải {{cau_danh_gia}}"))
            }
        }
        let document = try ZipArchive(reading: try Data(contentsOf: URL(fileURLWithPath: out)))["word/document.xml"]
        #expect(String(decoding: try #require(document), as: UTF8.self).contains("không có lượt đánh giá nào."))
    }
}
