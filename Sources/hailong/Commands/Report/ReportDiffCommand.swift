import ArgumentParser
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong report diff`: what has changed since a report was frozen.
struct ReportDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "The cells that differ from what was frozen, and the sentence about them for the next report.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var period: NamedPeriod
    @Option(name: .long, help: "The edition; default the one for signature or issued.") var edition: Int?
    @Flag(name: .long, help: "As JSON.") var json = false

    private struct Document: Encodable {
        var period: String
        var edition: Int
        var isChanged: Bool
        var difference: ReportDifference
        var notes: [String]
    }

    func run() async throws {
        let period = self.period.name
        let archive = ReportArchive(store: try Store(reading: try common.folder()))
        guard let edition = try archive.edition(edition, of: period) else {
            throw CommandFailure.refused("the report of \(period) is a draft: there is nothing to compare with.")
        }
        let difference = try archive.difference(of: edition, at: SystemClock().read().wall)
        if json {
            return Output.text(
                try JSONText.of(
                    Document(
                        period: period, edition: edition.number, isChanged: !difference.isEmpty,
                        difference: difference, notes: difference.notes)))
        }
        let title = "Kỳ \(period), bản \(edition.number) (\(PeriodStanding.state(edition.state)))"
        guard !difference.isEmpty else { return Output.line("\(title): không có gì thay đổi từ khi chốt số liệu.") }
        Output.line("\(title), khi chốt → hôm nay:")
        for line in difference.lines { Output.line("  \(line)") }
        guard edition.state == .issued, !difference.notes.isEmpty else { return }
        Output.line("Câu ghi vào báo cáo kỳ sau:")
        for note in difference.notes { Output.line("  \(note)") }
        Output.line("Hoặc thay thế báo cáo: hailong report issue submit --period \(period) --replacement")
    }
}
