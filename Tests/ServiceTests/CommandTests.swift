import Foundation
import GRDB
import Testing

@Suite("Commands on bad input")
struct CommandTests {
    @Test("a second service on one data folder cannot run, and names the first")
    func secondService() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let service = try await centre.serve()
        let second = try await centre.hailong("serve", "--port", centre.ports)
        #expect(second.status == 3)
        #expect(second.errors.contains("process \(service.processID)"))
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
    }

    @Test("row 17: the service is ready with no device, and SIGTERM ends it within 5 s")
    func startsBare() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let service = try await centre.serve()
        let began = ContinuousClock.now
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0)
        #expect(began.duration(to: .now) < .seconds(5))
        #expect(!FileManager.default.fileExists(atPath: centre.data + "/hailong.sock"))
    }

    @Test("what a command cannot do ends with a status and a remedy")
    func refusals() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let lanes = 3
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                // Commands that write take turns on one ledger.
                let data = "\(centre.folder)/data-\(lane)"
                try FileManager.default.copyItem(atPath: centre.data, toPath: data)
                group.addTask {
                    for number in stride(from: lane, to: Self.refused.count, by: lanes) {
                        let (arguments, status, remedy) = Self.refused[number]
                        let result = try await Executable.run(arguments + ["--data-dir", data])
                        #expect(result.status == status, "\(arguments): \(result.errors)")
                        #expect(result.errors.contains(remedy), "\(arguments): \(result.errors)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static let refused: [([String], status: Int32, remedy: String)] = [
        (["report", "phu-luc-ii", "--from", "2020-06-15", "--to", "2020-05-16"], Int32(1), "Exchange"),
        (["report", "phu-luc-ii", "--month", "June"], 2, "YYYY-MM"),
        (["report", "phu-luc-ii", "--from", "15/6/2020", "--to", "2020-06-16"], 2, "YYYY-MM-DD"),
        (["report", "phu-luc-ii"], 2, "--month"),
        (["report", "phu-luc-ii", "--month", "2020-Q2"], 2, "--period"),
        (["report", "phu-luc-ii", "--period", "2020-Q5"], 2, "YYYY-Q1"),
        (["report", "phu-luc-ii", "--period", "2020-9M", "--compare", "previous"], 1, "last-year"),
        (["report", "phu-luc-ii", "--period", "2020", "--by", "hour", "--compare", "previous"], 2, "rows by unit"),
        (["report", "phu-luc-ii", "--period", "2020", "--coverage", "resolved"], 1, "dossier figures"),
        (["report", "thong-bao", "--month", "2020-06", "--unit", "SAI"], 1, "hailong export"),
        (["report", "thong-bao", "--month", "2020-06", "--unit", "SAI", "--format", "pdf"], 2, "--out"),
        (["report", "bao-cao", "--month", "2020-6", "--out", "x"], 2, "YYYY-MM"),
        (["report", "bao-cao", "--month", "2020-06", "--bundle", "--format", "pdf", "--out", "x"], 2, "not both"),
        (["report", "loi-van", "--month", "2020-06"], 2, "--out"),
        (["serve", "--bogus"], 2, "--bogus"),
        (["box", "assign", "5300000000000001", "--counter", "Q99", "--why", "x"], 1, "Q99"),
        (["box", "release", "5300000000000001", "--since", "soon", "--why", "x"], 2, "no moment"),
        (["import", "/nowhere.csv"], 3, "no file"),
        (["verify", "--against", "/nowhere.log"], 3, "anchors.log"),
        (["press", "set-aside", "nonsense", "--why", "x"], 2, "DEVICE/BOOT/SEQUENCE"),
        (["serve", "--config", "/nowhere"], 3, "--config"),
    ]

    @Test("every table of a period without ratings is one of zeros that says so")
    func tablesOfNothing() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        for (options, title) in [
            (["--period", "2020-Q2", "--by", "hour"], "QUÝ II NĂM 2020 (TỪ 16/3/2020 ĐẾN 15/6/2020)"),
            (["--period", "2020-06", "--by", "day"], "THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)"),
            (["--period", "2020-YTD-06", "--rounding", "largest-remainder"], "LŨY KẾ TỪ ĐẦU NĂM ĐẾN THÁNG 6 NĂM 2020"),
            (["--period", "2020", "--compare", "last-year"], "VỚI CÙNG KỲ NĂM TRƯỚC"),
            (["--month", "2020-06", "--by", "officer", "--coverage", "invitations"], "SỐ LƯỢT MỜI ĐÁNH GIÁ"),
            (["--period", "2020-Q2", "--by", "hour", "--format", "html"], "GIỜ VÀ NGÀY TRONG TUẦN"),
            (["--period", "2020", "--compare", "last-year", "--format", "html"], "VỚI CÙNG KỲ NĂM TRƯỚC"),
            (["--month", "2020-06", "--sentence", "neutral", "--satisfaction"], "không có lượt đánh giá nào."),
        ] {
            let result = try await centre.hailong(["report", "phu-luc-ii"] + options)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.text.contains(title), "\(result.text)")
            #expect(result.text.contains("Trong kỳ không có lượt đánh giá nào được tính."))
        }
    }

    @Test("it tells its version, which is that of the package")
    func version() async throws {
        let result = try await Executable.run("--version")
        #expect(result.status == 0)
        #expect(result.text.wholeMatch(of: /\d+\.\d+\.\d+/) != nil, "\(result.text)")
    }

    @Test("a database of a newer version is left alone")
    func newerVersion() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        try await Self.pretendNewer(centre.data + "/hailong.sqlite")
        let service = try await centre.hailong("serve")
        #expect(service.status == 3)
        #expect(service.errors.contains("newer HaiLong"))
    }

    @Test("a data folder that cannot be made is named")
    func unusableFolder() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/file"
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        let service = try await Executable.run("serve", "--data-dir", file + "/data")
        #expect(service.status == 3)
        #expect(service.errors.contains(file))
    }

    @Test("the store's directory goes out and comes in again unchanged")
    func exportAndImport() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let out = centre.folder + "/export"
        #expect(try await centre.hailong("export", "--out", out).status == 0)
        let again = try await centre.hailong("import", out, "--why", "again")
        #expect(again.status == 0)
        #expect(again.lines.filter { $0.contains("giữ nguyên") }.allSatisfy { $0.contains("thêm 0, đổi 0") })
    }

    @Test("in a folder, a table is taken whatever the case of its name, a damaged workbook refused, and the rest told")
    func folderOfManyFiles() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let units = "code,name,order,since\nSXD,Sở Xây dựng,1,2019-01-01\n"
        let files = ["UNITS.CSV": units, "ghi chú.txt": "x", "~$units.xlsx": "x"]
        let taken = try await centre.importFiles(files)
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.text.contains("thêm 1"))
        #expect(taken.errors.contains("ghi chú.txt is no table") && !taken.errors.contains("~$"), "\(taken.errors)")
        let refused = try await centre.importFiles(["units.csv": units, "quay.xls": "PK\u{3}\u{4}"])
        #expect(refused.status == 1)
        let told = refused.text + refused.errors
        #expect(told.contains("quay.xls: a damaged or incomplete ZIP file"), "\(told)")
    }

    private static func pretendNewer(_ path: String) async throws {
        try await DatabaseQueue(path: path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 future')")
        }
    }

    @Test("a reader who has seen enough is no failure, a result that cannot be written is one")
    func lostOutput() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let command = "'\(Executable.path)' devices --data-dir '\(centre.data)'"
        let script = """
            trap '' PIPE
            \(command) | true; echo ${PIPESTATUS[0]}
            \(command) > /dev/full; echo $?
            """
        let shell = try RunningCommand(["-c", script], program: "bash", input: "")
        var lines: [String] = []
        for await line in shell.lines { lines.append(line) }
        #expect(lines == ["0", "3"], "\(shell.errorText)")
        #expect(shell.errorText.contains("the result cannot be written: No space left on device"))
    }

    @Test("a misspelt condition of an adapter is refused, since the rule would claim more without it")
    func misspeltAdapter() async throws {
        let folder = try TemporaryFolder()
        let settings = "adapters:\n  - { vendor: \"0403\", product: \"6001\", serail: \"KIOSK*\" }\n"
        try settings.write(toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
        let rules = try await Executable.run("udev-rules", "--config", folder.path)
        #expect(rules.status == 1 && rules.lines.isEmpty)
        #expect(rules.errors.contains("serail"), "\(rules.errors)")
    }

    @Test("the service goes on when the journal that takes its log has gone")
    func lostJournal() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let script = """
            mkfifo '\(folder.path)/journal'
            cat '\(folder.path)/journal' > /dev/null & reader=$!
            exec 2> '\(folder.path)/journal'
            export JOURNAL_STREAM=$(stat -L -c '%d:%i' /proc/self/fd/2)
            '\(Executable.path)' serve --data-dir '\(centre.data)' --port '\(folder.path)/not-a-tty' & service=$!
            kill $reader; wait $reader
            sleep 0.1; touch '\(folder.path)/not-a-tty'
            read go; kill $service; wait $service; echo "status $?"
            """
        let shell = try RunningCommand(["-c", script], program: "bash")
        #expect(await shell.waitForLine("ready"))
        // Lines are written meanwhile: the port cannot be opened, again and again.
        while try await !centre.hailong("devices", "--json").text.contains("is not a tty") {
            try await Task.sleep(for: .milliseconds(20))
        }
        try shell.type("go")
        #expect(await shell.waitForLine("status 0"))
    }
}
