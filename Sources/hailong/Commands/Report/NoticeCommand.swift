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
        let columns = Set(Column.allCases.filter { $0.isDissatisfied || $0 == .comments })
        let ratings = try span.pieces.flatMap { try store.notedRatings(for: $0, in: columns) }
        let end = directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        let notice = UnitNotice(
            to: unit, of: span, entries: ratings.compactMap { NoticeEntry($0, in: directory) },
            overdue: OverdueCounts(of: unit, in: dossiers(of: span, in: directory)),
            by: UnitSuccession(directory, end: end))
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

    /// The dossiers of the months, oldest first; those that were not imported are told.
    private func dossiers(of span: PeriodSpan, in directory: Directory) -> [DossierReport] {
        guard let name = span.name else {
            Output.error("Lưu ý: số liệu hồ sơ chỉ có theo kỳ có tên; thông báo này không nói về hồ sơ quá hạn.")
            return []
        }
        return name.monthNames.compactMap { month in
            guard let table = directory.dossiers[DossierTable.key(period: month, rowKind: .unit)],
                let period = PeriodRule.period(named: month, in: directory)
            else {
                Output.error(
                    "Lưu ý: chưa có số liệu hồ sơ của kỳ \(month); thông báo không nói về hồ sơ quá hạn của kỳ đó.")
                return nil
            }
            return DossierReport(table, period: period, in: directory)
        }
    }

    private func bytes(of notice: UnitNotice, in store: Store, centre: Centre?, at now: Instant) throws -> Data {
        let zone = store.directory.settings.zone
        guard let format else { return Data(NoticeText.render(notice, zone: zone).utf8) }
        let given = try paper.settings(try common.settings(), centre: centre, state: standing)
        var settings = given.ofNotice
        // What was asked for holds, whatever is usual of a notice.
        if paper.sign != nil { settings.sign = given.sign }
        if !paper.recipient.isEmpty { settings.recipients = given.recipients }
        let made = store.anchorReport(at: now)?.at ?? now
        return try PaperWriter.bytes(of: notice.paper(settings, zone: zone, made: made), as: format.format)
    }
}
