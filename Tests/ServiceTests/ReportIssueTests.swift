import Foundation
import Testing

@Suite("A report is issued") struct ReportIssueTests {
    @Test("the command gives the kept bytes of a submitted month beside the running service, and of each edition")
    func life() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let service = try await centre.serve()
        let csv = ["report", "phu-luc-ii", "--month", "2020-06", "--format", "csv"]
        let draft = try await centre.hailong(csv)
        #expect(draft.status == 0 && !draft.errors.contains("Bản 1"))
        #expect(try await centre.hailong("report", "diff", "--month", "2020-06").status == 1)

        let submit = try await centre.hailong("report", "issue", "submit", "--month", "2020-06", "--yes")
        #expect(submit.status == 0 && submit.text.contains("trình ký bản 1"), "\(submit.errors)")
        let kept = try await centre.hailong(csv)
        #expect(kept.lines == draft.lines && kept.errors.contains("Bản 1 của kỳ 2020-06 (trình ký)"), "\(kept.errors)")
        let pdf = folder.path + "/signed.pdf"
        try "%PDF-1.7".write(toFile: pdf, atomically: true, encoding: .utf8)
        let publish = try await centre.hailong(
            "report", "issue", "publish", "--month", "2020-06", "--number", "7", "--date", "2020-06-24", "--signer",
            "Lê An", "--attach", pdf, "--yes")
        #expect(publish.status == 0, "\(publish.errors)")
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)

        #expect(try await centre.hailong(csv + ["--edition", "1"]).lines == draft.lines)
        #expect(try await centre.hailong(csv + ["--edition", "2"]).status == 1)
        #expect(try await centre.hailong(csv + ["--live"]).errors.contains("Bản 1") == false)
        let list = try await centre.hailong("report", "list")
        #expect(list.text.contains("đã ban hành") && list.text.contains("07/BC-TTHC"), "\(list.text)")
        let diff = try await centre.hailong("report", "diff", "--month", "2020-06", "--json")
        #expect(diff.text.contains("\"is_changed\" : false"), "\(diff.text)")
        let out = folder.path + "/out"
        let export = try await centre.hailong("report", "issue", "export", "--month", "2020-06", "--out", out)
        #expect(export.status == 0 && FileManager.default.contents(atPath: out + "/da-ky.pdf") == Data("%PDF-1.7".utf8))
        #expect(FileManager.default.fileExists(atPath: out + "/trinh-ky/phu-luc-ii.csv"))
        #expect(try await centre.hailong("verify").status == 0)
    }
}
