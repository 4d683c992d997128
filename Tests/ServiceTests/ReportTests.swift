import Foundation
import Testing

@testable import hailong

@Suite("Reports on paper")
struct ReportTests {
    private let june = ["report", "phu-luc-ii", "--month", "2020-06"]

    private func centre(in folder: borrowing TemporaryFolder) async throws -> Centre {
        let centre = try Centre(in: folder.path)
        try #require(try await centre.importSocTrang().status == 0)
        return centre
    }

    @Test("every form goes into a folder at once, and an unchanged ledger gives the same bytes again")
    func all() async throws {
        let folder = try TemporaryFolder()
        let centre = try await centre(in: folder)
        let (first, second) = (folder.path + "/one/two", folder.path + "/again")
        for out in [first, second] {
            let made = try await centre.hailong(june + ["--all", "--out", out])
            #expect(made.status == 0, "\(made.errors)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
        #expect(names == ReportForm.files.map { "phu-luc-ii-2020-06.\($0.name)" }.sorted())
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(first)/\(name)"))
            #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: "\(second)/\(name)"))), "\(name)")
        }
        // What is printed is what the log of anchors has.
        let anchor = try #require(
            try String(contentsOfFile: centre.data + "/anchors.log", encoding: .utf8).split(separator: "\n").last)
        let hash = try #require(anchor.split(separator: " ").dropFirst(3).first).prefix(16)
        let html = try String(contentsOfFile: first + "/phu-luc-ii-2020-06.html", encoding: .utf8)
        #expect(html.contains("Mã đối chiếu với sổ: ") && html.contains(hash))
        #expect(html.contains("của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng"))
    }

    @Test("options stand before hailong.yaml, and that before the centre's record")
    func settings() async throws {
        let folder = try TemporaryFolder()
        let centre = try await centre(in: folder)
        let yaml = "papers:\n  preset: source\n  sign: BC-UBND\n  issuer: Ủy ban nhân dân tỉnh Sóc Trăng\n"
        try yaml.write(toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
        let made = try await centre.hailong(
            [
                "report", "phu-luc-ii", "--from", "2020-05-16", "--to", "2020-06-14", "--format", "html", "--config",
                folder.path, "--state", "issued", "--number", "7", "--date", "2020-06-24", "--sign", "BC-TTHC",
            ])
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            made.text.contains(
                "(Ban hành kèm theo Báo cáo số 07/BC-TTHC ngày 24/6/2020 của Ủy ban nhân dân tỉnh Sóc Trăng)"))
        #expect(!made.text.contains("DỰ THẢO"))
    }

    @Test(
        "what cannot stand on a paper is refused by its field",
        arguments: [
            (["--format", "csv", "--number", "7"], Int32(1), "hailong report issue submit --period 2020-06"),
            (["--format", "pdf", "--sign", "BC TTHC"], 1, "sign: "),
            (["--format", "pdf", "--preset", "house"], 2, "--preset"),
            (["--format", "odt"], 2, "--format"),
            (["--all"], 2, "--out"),
            (["--all", "--format", "pdf", "--out", "x"], 2, "not both"),
            (["--all", "--out", "/proc/nowhere"], 3, "/proc/nowhere cannot be written"),
            (["--format", "pdf", "--out", "/proc/nowhere/a.pdf"], 3, "/proc/nowhere/a.pdf cannot be written"),
        ])
    func refusals(options: [String], status: Int32, words: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await centre(in: folder).hailong(june + options)
        #expect(result.status == status)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(
        "a setting of papers that cannot be is refused with the file and the field",
        arguments: [
            ("papers:\n  colour: red\n", "colour"), ("papers:\n  preset: house\n", "preset"),
            ("papers:\n  place: \"\(String(repeating: "x", count: 61))\"\n", "papers: place"),
            ("papers:\n  recipients: [\"\"]\n", "papers: recipients"),
        ])
    func badSettings(yaml: String, words: String) async throws {
        let folder = try TemporaryFolder()
        try yaml.write(toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
        let result = try await centre(in: folder).hailong(june + ["--config", folder.path, "--format", "html"])
        #expect(result.status == 1)
        #expect(result.errors.contains("hailong.yaml") && result.errors.contains(words), "\(result.errors)")
    }

    @Test("files that are made together are all there, or none is")
    func allOrNothing() throws {
        let folder = try TemporaryFolder()
        let out = folder.path + "/out"
        // A folder has the second file's name.
        try FileManager.default.createDirectory(atPath: out + "/b.pdf", withIntermediateDirectories: true)
        #expect(throws: CommandFailure.self) {
            try OutputFolder.write([("a.pdf", Data("a".utf8)), ("b.pdf", Data("b".utf8))], to: out)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["b.pdf"])
    }

    @Test("file names have no accents")
    func names() {
        #expect(FileName.unaccented("Cán bộ tại quầy") == "can-bo-tai-quay")
        #expect(FileName.unaccented("Lĩnh vực: Đất đai (II)") == "linh-vuc-dat-dai-ii")
        #expect(FileName.unaccented("Quầy".decomposedStringWithCanonicalMapping) == "quay")
    }
}
