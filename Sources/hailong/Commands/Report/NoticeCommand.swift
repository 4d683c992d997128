import ArgumentParser
import Documents
import Foundation
import Intake
import Ratings
import Reports
import Store

/// `hailong report thong-bao`: what one unit is told of a period.
struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thong-bao",
        abstract: "The notice to one unit: its dissatisfied ratings, comments and overdue dossiers, as a công văn.")

    @OptionGroup var common: CommonOptions
    @OptionGroup(title: "Which period") var period: PeriodOptions

    @Option(name: .long, help: "Code of the unit.")
    var unit: String

    @Option(name: .long, help: "\(LetterForm.allValueStrings.joined(separator: ", ")). Default: its text.")
    var format: LetterForm?

    @Option(name: .long, help: "Writes to this file instead of stdout.")
    var out: String?

    @OptionGroup(title: "Paper options") var paper: PaperOptions
    @OptionGroup(title: "Paper options") var standing: StateOptions

    func validate() throws {
        if let format, format != .html, out == nil {
            throw ValidationError("\(format.rawValue) is nothing for a terminal: name its file with --out.")
        }
    }

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        let now = SystemClock().read().wall
        let span = try period.span(in: directory, at: now)
        guard !directory.units.all(unit).isEmpty else {
            throw CommandFailure.refused("there is no unit '\(unit)'. See 'hailong export'.")
        }
        let end = directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        let succession = UnitSuccession(directory, end: end)
        if let heir = succession.heir(of: unit) {
            throw CommandFailure.refused(
                "unit '\(unit)' was taken over by \(heir.name) before the period's end: ask for --unit \(heir.code).")
        }
        let ratings = try span.pieces.flatMap { try store.notedRatings(for: $0, in: UnitNotice.columns) }
        var gaps: [String] = []
        let overdue = OverdueCounts(of: unit, over: span, in: directory, by: succession, gaps: &gaps)
        for gap in gaps { Output.error("Lưu ý: \(gap)") }
        let notice = UnitNotice(
            to: unit, of: span, entries: ratings.compactMap { NoticeEntry($0, in: directory) },
            overdue: overdue, by: succession)
        guard let notice else {
            Output.error("Không có nội dung cần thông báo, không lập văn bản.")
            return
        }
        let bytes = try bytes(of: notice, in: store, centre: directory.centres.last { $0.since < end }, at: now)
        if let out {
            try OutputFile.write(bytes, to: out, replacing: true)
        } else {
            Output.bytes(bytes)
        }
    }

    private func bytes(of notice: UnitNotice, in store: Store, centre: Centre?, at now: Instant) throws -> Data {
        let zone = store.directory.settings.zone
        guard let format else { return Data(NoticeText.render(notice, zone: zone).utf8) }
        let settings = try paper.settings(try common.settings(), centre: centre, state: standing)
            .ofNotice(sign: paper.sign, recipients: paper.recipient)
        let made = store.anchorReport(at: now)?.at ?? now
        return try PaperWriter.bytes(of: notice.paper(settings, zone: zone, made: made), as: format.format)
    }
}
