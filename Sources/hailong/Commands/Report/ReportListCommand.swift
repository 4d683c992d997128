import ArgumentParser
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong report list`: where the periods' reports stand.
struct ReportListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The periods with the state of their reports.")

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "As JSON.") var json = false

    private struct Line: Encodable {
        var period: String
        var from: Day
        var to: Day
        var state: String
        var edition: Int?
        var number: String?
        var date: Day?
        var signer: String?
        var isChanged: Bool

        init(_ standing: PeriodStanding) {
            (period, from, to) = (standing.period.name, standing.period.first, standing.period.last)
            state = standing.edition?.state.rawValue ?? "draft"
            edition = standing.edition?.number
            number = standing.edition?.numberAndSign
            date = standing.edition?.issue?.date
            signer = standing.edition?.issue?.signer
            isChanged = standing.isChanged
        }
    }

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let standings = try ReportArchive(store: store).standings(at: SystemClock().read().wall)
        if json { return Output.text(try JSONText.of(standings.map(Line.init))) }
        var grid = TextGrid(
            headings: ["Kỳ", "Từ ngày", "Đến ngày", "Trạng thái", "Bản", "Số", "Ngày", "Thay đổi từ khi chốt"],
            alignments: [.left, .right, .right, .left, .right, .left, .right, .left])
        for standing in standings {
            let (period, edition) = (standing.period, standing.edition)
            grid.add([
                period.name, period.first.vietnamese, period.last.vietnamese, PeriodStanding.state(edition?.state),
                edition.map { String($0.number) } ?? "", edition?.numberAndSign ?? "",
                edition?.issue?.date.vietnamese ?? "", standing.isChanged ? "có" : "",
            ])
        }
        for line in grid.lines() { Output.line(line) }
    }
}
