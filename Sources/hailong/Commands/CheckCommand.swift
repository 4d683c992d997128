import ArgumentParser
import Documents
import Foundation
import Intake
import Office
import Ratings
import Reports
import Store

/// `hailong check`: what does not agree in a month, before anything is signed.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists what does not agree in a month before it is signed.",
        subcommands: [List.self, Accept.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "The findings of a month; ends with 1 where one that is wrong is not accepted.")
        @OptionGroup var common: CommonOptions
        @Option(name: .long, help: "The period by its name, YYYY-MM.") var month: String
        @OptionGroup var papers: PapersOptions
        @Flag(name: .long, help: "As JSON.") var json = false

        /// Nobody reads on.
        private static let mostShown = 200

        private struct Line: Encodable {
            var mark: String
            var grade: CheckFinding.Grade
            var rule: CheckFinding.Rule
            var place: String
            var stated: String?
            var expected: String?
            var text: String
            var acceptedBy: String?
            var acceptedBecause: String?

            init(_ item: MonthCheck.Item) {
                (mark, grade, rule) = (item.mark, item.finding.grade, item.finding.rule)
                (place, stated, expected) = (item.finding.place, item.finding.stated, item.finding.expected)
                text = item.finding.text
                (acceptedBy, acceptedBecause) = (item.acceptance?.who, item.acceptance?.why)
            }
        }

        func run() async throws {
            let store = try Store(reading: try common.folder())
            let outcome = try MonthCheck(store: store, month: month).outcome(
                with: try papers.read(), at: SystemClock().read().wall)
            let items = outcome.items
            if json {
                Output.text(try JSONText.of(items.map(Line.init)))
            } else {
                for item in items.prefix(Self.mostShown) {
                    let accepted = item.acceptance.map { " — đã chấp nhận (\($0.who)): \($0.why)" } ?? ""
                    Output.line("[\(item.mark)] \(item.finding.line)\(accepted)")
                }
                let more = items.count - Self.mostShown
                if more > 0 { Output.line("… và \(more) điểm nữa (--json cho tất cả)") }
                if items.isEmpty { Output.line("Kỳ \(month): không thấy điểm nào không khớp.") }
                if let text = outcome.text {
                    Output.line(
                        "Lời văn: đã đối chiếu \(text.compared) số liệu; \(text.uncompared) câu có số không đối chiếu được."
                    )
                }
            }
            if items.contains(where: \.isOpen) { throw CommandFailure.refused(nil) }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keeps why a finding stays as it is; with other numbers it is another finding.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "The finding's mark, as 'hailong check' shows it.") var mark: String
        @Option(name: .long, help: "The period by its name, YYYY-MM.") var month: String
        @OptionGroup var papers: PapersOptions
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .acceptFinding(month: month, mark: mark, papers: try papers.read(), why: why))
        }
    }
}

/// What is checked with a month beside its figures.
struct PapersOptions: ParsableArguments {
    @Option(name: .long, help: "The report's text: a .docx, or a file of plain text.")
    var text: String?

    @Option(name: .long, help: "A printed table, as CSV or workbook (.xlsx) with its headings; may be repeated.")
    var table: [String] = []

    @Option(
        name: .long,
        help: """
            What must hold in a --table: "Tổng số = Trực tiếp + Trực tuyến" or "Trực tuyến <= Tổng số". A heading of two \
            rows is written "Số hồ sơ đã giải quyết - Tổng số".
            """)
    var rule: [String] = []

    @Option(name: .long, help: "What the tables count.")
    var unit = "hồ sơ"

    /// The papers.
    /// - Throws: `CommandFailure`.
    func read() throws -> CheckedPapers {
        let report = try text.map(Self.text)
        return CheckedPapers(
            text: report?.text, textTables: report?.tables ?? [],
            tables: try table.map { path in
                ImportFile(name: URL(fileURLWithPath: path).lastPathComponent, bytes: try InputFile.bytes(path, .table))
            }, unit: unit,
            rules: try rule.map { text in
                guard let rule = FigureRule(text) else {
                    throw CommandFailure.usage("'\(text)' is no rule. Write \"A = B + C\" or \"B <= A\".")
                }
                return rule
            })
    }

    private static func text(_ path: String) throws -> (text: String, tables: [[[String]]]) {
        guard path.lowercased().hasSuffix(".docx") else { return (try InputFile.text(path), []) }
        let bytes = try InputFile.bytes(path, .document)
        do {
            let document = try DocumentText(bytes)
            return (document.text, document.tables)
        } catch {
            throw CommandFailure.refused("\(path): \(error)")
        }
    }
}
