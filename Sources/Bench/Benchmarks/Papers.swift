import Foundation

/// Phụ lục II in all forms by one call of the release executable, each time a new process: of the golden month beside
/// LibreOffice, which makes a PDF of the same DOCX, and of a year of a large centre beside the golden month.
struct Papers: Benchmark {
    static let name = "papers"
    private static let rounds = 7
    private static let office = "/usr/bin/soffice"

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        guard FileManager.default.isExecutableFile(atPath: Self.office) else {
            throw BenchError("\(Self.office) is not there. Install it: sudo apt install libreoffice-writer-nogui")
        }
        let golden = try await workshop.goldenMonth()
        let year = try workshop.emptyFolder()
        let tallies = try await TalliedYear.make(in: year)
        let (log, out) = (workshop.folder + "/papers.log", year.path + "/papers")
        func papers(of data: DataFolder, _ period: String) throws -> Double {
            try Command.time(
                workshop.executable,
                [
                    "report", "phu-luc-ii", "--period", period, "--all", "--out", out, "--live",
                    "--data-dir", data.path, "--config", "config",
                ], log: log)
        }
        func office() throws -> Double {
            let docx = "\(out)/phu-luc-ii-\(Workshop.goldenMonth).docx"
            let home = URL(fileURLWithPath: workshop.folder + "/libreoffice").absoluteString
            return try Command.time(
                Self.office,
                ["-env:UserInstallation=\(home)", "--headless", "--convert-to", "pdf", "--outdir", year.path, docx],
                log: log)
        }
        // LibreOffice makes its own folder in its first run.
        _ = try papers(of: golden, Workshop.goldenMonth)
        _ = try office()
        var (months, years, offices): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<Self.rounds {
            months.append(try papers(of: golden, Workshop.goldenMonth))
            offices.append(try office())
            years.append(try papers(of: year, "\(TalliedYear.year)"))
        }
        let (month, ofYear) = (Measurement.ratio(months, offices), Measurement.ratio(years, months))
        return [
            ResultRow(
                what: "PDF, DOCX, XLSX, HTML, CSV and JSON of the golden month, cold process",
                measured: Format.times(Measurement(months)),
                bound: "LibreOffice, PDF of that DOCX: \(Format.times(Measurement(offices)))",
                ratio: Format.ratios(month), target: "≤ 0.1", isReached: month.median <= 0.1),
            ResultRow(
                what:
                    "the same of a year, \(TalliedYear.counters) counters × \(TalliedYear.officers) officers "
                    + "(\(Format.whole(Double(tallies))) tallies)",
                measured: Format.times(Measurement(years)),
                bound: "the golden month: \(Format.times(Measurement(months)))", ratio: Format.ratios(ofYear),
                target: "≤ 3", isReached: ofYear.median <= 3),
        ]
    }
}
