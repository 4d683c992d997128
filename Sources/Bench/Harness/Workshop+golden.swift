import Foundation
import Ratings
import Reports
import Store

extension Workshop {
    /// The month that the demo plays.
    static let goldenMonth = "2020-06"

    /// The golden month, as the demo plays it: made if it is not there.
    func goldenMonth() async throws -> DataFolder {
        let path = "\(folder)/golden-month"
        if !FileManager.default.fileExists(atPath: path) {
            print("playing the golden month")
            let unfinished = path + ".unfinished"
            try? FileManager.default.removeItem(atPath: unfinished)
            try Command.time(
                executable, ["demo", "--once", "--config", "config", "--data-dir", unfinished],
                log: folder + "/demo.log")
            try FileManager.default.moveItem(atPath: unfinished, toPath: path)
        }
        let data = try DataFolder(path, isKept: true)
        // One that an older version made gets the tables of this one.
        try Store(writing: data.directory).close()
        return data
    }

    /// Phụ lục II of the golden month in the data folder `path`.
    static func goldenPaper(in path: String) throws -> Paper {
        let store = try Store(reading: DataDirectory(path))
        guard let name = PeriodName(goldenMonth), let span = PeriodRule.span(of: name, in: store.directory) else {
            throw BenchError("\(goldenMonth) is no period")
        }
        let made = store.directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        let table = TableBuilder(try store.tableSource(for: span.days), span: span).table(by: .unit, asOf: made)
        guard table.total.total == 995 else { throw BenchError("the golden month counts \(table.total.total)") }
        let settings = PaperSettings(issuer: store.directory.centres.last?.name ?? "Trung tâm")
        return Annex(table, settings: settings, zone: store.directory.settings.zone).paper(made: made)
    }
}
