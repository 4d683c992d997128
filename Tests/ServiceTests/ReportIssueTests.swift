import Foundation
import Ratings
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
        let columns = DossierColumns.standard.columns.map(\.code).joined(separator: ",")
        let dossiers = folder.path + "/ho-so.csv"
        func importDossiers(_ received: Int) async throws {
            let row = "Sở Xây dựng,\(received),0,\(received),\(received),\(received),0,0,0,0,0,0,0"
            try "unit,\(columns)\n\(row)\n".write(toFile: dossiers, atomically: true, encoding: .utf8)
            let done = try await centre.hailong("dossiers", "import", "--month", "2020-06", dossiers, "--yes")
            #expect(done.status == 0, "\(done.errors)")
        }
        try await importDossiers(100)
        let tables = [
            ["phu-luc-ii", "--by", "counter"], ["phu-luc-ii", "--by", "officer"], ["phu-luc-ii", "--by", "hour"],
            ["phu-luc-i"],
        ].map { ["report"] + $0 + ["--month", "2020-06", "--format", "html", "--edition", "1"] }
        #expect(try await centre.hailong(tables[0]).status == 1)
        #expect(try await centre.hailong("report", "diff", "--month", "2020-06").status == 1)

        let submit = try await centre.hailong(
            "report", "issue", "submit", "--month", "2020-06", "--preset", "source", "--sign", "BC-UBND", "--yes")
        #expect(submit.status == 0 && submit.text.contains("trình ký bản 1"), "\(submit.errors)")
        let kept = try await centre.hailong(csv)
        #expect(kept.lines == draft.lines && kept.errors.contains("Bản 1 của kỳ 2020-06 (trình ký)"), "\(kept.errors)")
        let frozen = try await centre.outputs(of: tables)
        let attached = "(Ban hành kèm theo Báo cáo số ……/BC-UBND"
        #expect(frozen.allSatisfy { $0.contains(attached) && !$0.contains("DỰ THẢO") })
        for table in [csv, Array(tables[3].dropLast(2))] {
            let refused = try await centre.hailong(table + ["--sign", "XX"])
            #expect(refused.status == 1 && refused.text.isEmpty && refused.errors.contains("--sign: edition 1 of"))
        }
        try await importDossiers(97)
        #expect(try await centre.outputs(of: tables) == frozen)
        let changed = try await centre.hailong("report", "diff", "--month", "2020-06")
        #expect(changed.text.contains("Sở Xây dựng · Số hồ sơ nhận giải quyết - Tổng số: 100 → 97"), "\(changed.text)")
        try await importDossiers(100)
        let pdf = folder.path + "/signed.pdf"
        let signed = "%PDF-1.7 %%EOF"
        try signed.write(toFile: pdf, atomically: true, encoding: .utf8)
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
        #expect(list.text.contains("đã ban hành") && list.text.contains("07/BC-UBND"), "\(list.text)")
        let diff = try await centre.hailong("report", "diff", "--month", "2020-06", "--json")
        #expect(diff.text.contains("\"is_changed\" : false"), "\(diff.text)")
        let out = folder.path + "/out"
        let export = try await centre.hailong("report", "issue", "export", "--month", "2020-06", "--out", out)
        #expect(export.status == 0 && FileManager.default.contents(atPath: out + "/da-ky.pdf") == Data(signed.utf8))
        #expect(FileManager.default.fileExists(atPath: out + "/trinh-ky/phu-luc-ii.csv"))
        let again = try await centre.hailong("report", "issue", "export", "--month", "2020-06", "--out", out)
        #expect(again.status == 1 && again.errors.contains("Name a new folder"), "\(again.errors)")
        #expect(try await centre.outputs(of: tables).allSatisfy { $0.contains("07/BC-UBND") })
        #expect(try await centre.hailong("verify").status == 0)
    }
}

extension Centre {
    /// What commands write, of which none fails.
    fileprivate func outputs(of commands: [[String]]) async throws -> [String] {
        var outputs: [String] = []
        for command in commands {
            let done = try await hailong(command)
            #expect(done.status == 0, "\(done.errors)")
            outputs.append(done.text)
        }
        return outputs
    }
}
