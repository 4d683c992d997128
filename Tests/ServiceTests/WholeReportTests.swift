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

    @Test("from the form to the kept report: what is open is told, then texts and bytes stay whatever comes after")
    func toBeSigned() async throws {
        let folder = try TemporaryFolder()
        let centre = try await centre(in: folder)
        let (form, out) = (folder.path + "/loi-van.txt", folder.path + "/bao-cao")
        func hailong(_ arguments: [String], _ status: Int32 = 0, says words: String? = nil) async throws {
            let done = try await centre.hailong(arguments)
            #expect(done.status == status, "\(arguments): \(done.errors)")
            if let words { #expect((done.text + done.errors).contains(words), "\(arguments): \(done.errors)") }
        }
        func bytes(_ options: String...) async throws -> Data {
            try await hailong(june + options + ["--out", out])
            return try Data(contentsOf: URL(fileURLWithPath: out))
        }
        let issue = ["report", "issue"]
        let (submit, texts) = (issue + ["submit", "--month", "2020-06"], ["report", "loi-van", "--month", "2020-06"])
        try await hailong(june + ["--out", out], says: "hailong dossiers import --month 2020-06")
        try await hailong(["dossiers", "import", "--month", "2020-06", Self.dossiers])

        try await hailong(submit, says: "nguyen_nhan_qua_han [Nêu nguyên nhân hồ sơ quá hạn]; kho_khan")
        try await hailong(texts + ["--out", form])
        try await hailong(texts + [form], 1, says: "waits for its signature")
        try FileManager.default.removeItem(atPath: out)
        try await hailong(june + ["--out", out], 1, says: "keeps no whole report")
        #expect(!FileManager.default.fileExists(atPath: out))
        try await hailong(issue + ["withdraw", "--month", "2020-06", "--why", "viết tiếp"])
        var text = try String(contentsOfFile: form, encoding: .utf8)
        for field in ["nguyen_nhan_qua_han", "kho_khan", "kien_nghi", "phuong_huong"] {
            text = text.replacingOccurrences(of: "[\(field)]\n", with: "[\(field)]\nKhông có (\(field)).\n")
        }
        try text.write(toFile: form, atomically: true, encoding: .utf8)
        try await hailong(texts + [form], says: "Khó khăn, vướng mắc: ghi “Không có (kho_khan).”")

        // What hailong.yaml says is asked when a report is submitted, and not again.
        let template = folder.path + "/mau.docx"
        try await hailong(["report", "template", "--out", template])
        let yaml = folder.path + "/hailong.yaml"
        try "papers: { template: \(template), sentence: five-columns }".write(
            toFile: yaml, atomically: true, encoding: .utf8)
        let service = try await centre.serve(["--port", centre.ports, "--config", folder.path])
        try await hailong(submit)
        try FileManager.default.removeItem(atPath: template)
        let (docx, html) = (try await bytes(), try await bytes("--format", "html", "--edition", "2"))
        #expect(String(decoding: html, as: UTF8.self).contains("……/BC-TTHC"))
        let archive = try ZipArchive(reading: try await bytes("--bundle"))
        #expect(archive.entries.map(\.name) == ["bao-cao-2020-06.docx", "bao-cao-2020-06.pdf", "phu-luc-2020-06.xlsx"])
        #expect(archive["bao-cao-2020-06.docx"] == docx)
        #expect(try DocumentText(docx).text.contains("Không có (kho_khan)."))
        #expect(String(decoding: try await bytes("--format", "html", "--live"), as: UTF8.self).contains("DỰ THẢO"))
        try await hailong(june + ["--sentence", "levels", "--out", out], 1, says: "--live")

        let publish = ["publish", "--month", "2020-06", "--number", "7", "--date", "2020-06-24", "--signer", "Lê An"]
        // What was signed is issued, whatever hailong.yaml says by now.
        try "papers: { template: \(template), sentence: levels }".write(
            toFile: yaml, atomically: true, encoding: .utf8)
        try await hailong(issue + publish)
        let said = try DocumentText(docx).text.split(separator: "\n").filter { $0.contains("đánh giá") }
        let issued = try DocumentText(try await bytes()).text
        #expect(!said.isEmpty && said.allSatisfy { issued.contains($0) })
        try await hailong(submit + ["--replacement"], 1, says: "mau.docx cannot be read")
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
        try await hailong(texts + [form], 1, says: "loi-van")
        try await hailong(texts + [form, "--replacement"])
        #expect(try DocumentText(try await bytes()).text.contains("07/BC-TTHC"))
        try await hailong(issue + ["export", "--month", "2020-06", "--out", out + ".d"])
        #expect(FileManager.default.contents(atPath: out + ".d/trinh-ky/bao-cao.docx") == docx)
        #expect(FileManager.default.contents(atPath: out + ".d/bao-cao.docx") == (try await bytes("--edition", "2")))

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
