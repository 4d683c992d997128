import ArgumentParser
import Foundation
import Intake
import Ratings
import Reports
import Store

/// `hailong report thong-bao`: what one unit is told of a period.
struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thong-bao",
        abstract: "The notice to one unit: its dissatisfied ratings, with reasons and comments.")

    @OptionGroup var common: CommonOptions
    @OptionGroup(title: "Which period") var period: PeriodOptions

    @Option(name: .long, help: "Code of the unit.")
    var unit: String

    @Option(name: .long, help: "Writes to this file instead of stdout.")
    var out: String?

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        let span = try period.span(in: directory, at: SystemClock().read().wall)
        guard !directory.units.all(unit).isEmpty else {
            throw CommandFailure.refused("there is no unit '\(unit)'. See 'hailong export'.")
        }
        let columns = Set(Column.allCases.filter { $0.isDissatisfied || $0 == .comments })
        let ratings = try span.pieces.flatMap { try store.notedRatings(for: $0, in: columns) }
        let end = directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        let notice = UnitNotice(
            to: unit, of: span, entries: ratings.compactMap { NoticeEntry($0, in: directory) },
            by: UnitSuccession(directory, end: end))
        guard let notice else {
            Output.error("Không có nội dung cần thông báo, không lập văn bản.")
            return
        }
        let text = NoticeText.render(notice, zone: directory.settings.zone)
        if let out {
            try OutputFile.write(Data(text.utf8), to: out, replacing: true)
        } else {
            Output.text(text)
        }
    }
}
