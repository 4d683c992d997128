import ArgumentParser
import Foundation
import Intake
import Ratings
import Reports
import Store

/// `hailong report`: the documents.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Makes the official tables.", subcommands: [PhuLucIICommand.self])
}

/// `hailong report phu-luc-ii`: the ratings of a period.
struct PhuLucIICommand: AsyncParsableCommand {
    /// What the table is written as.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "phu-luc-ii", abstract: "The ratings of a period by unit, counter, officer or field.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "First day, YYYY-MM-DD, inclusive.")
    var from: String?

    @Option(name: .long, help: "Last day, YYYY-MM-DD, inclusive.")
    var to: String?

    @Option(name: .long, help: "A period by its name, YYYY-MM.")
    var month: String?

    @Option(name: .long, help: "What the rows are: unit, counter, officer or field.")
    var by: RowKind = .unit

    @Option(name: .long, help: "table, csv or json.")
    var format: Format = .table

    @Option(name: .long, help: "Writes to this file instead of stdout.")
    var out: String?

    @Flag(name: .long, help: "Begins CSV with a byte order mark, for Excel.")
    var bom = false

    func validate() throws {
        guard (month != nil) != (from != nil || to != nil), (from == nil) == (to == nil) else {
            throw ValidationError("Give --month, or --from and --to.")
        }
    }

    func run() async throws {
        let store = try Store(reading: try common.folder())
        let directory = store.directory
        let (name, days) = try period(in: directory)
        let now = SystemClock().read().wall
        let table = TableBuilder(try store.tableSource(for: days), days: days)
            .table(by: by, periodName: name, asOf: now)
        try Self.write(table, as: format, bom: bom, zone: directory.settings.zone, to: out)
        do {
            try store.writeAnchor(at: now, reason: "report")
        } catch {
            Output.error("warning: the report's anchor was not written: \(error)")
        }
    }

    /// Writes the table; where the form has no place for the notes, they go to stderr.
    static func write(_ table: RatingTable, as format: Format, bom: Bool, zone: Zone, to path: String?) throws {
        let text =
            switch format {
            case .table: TextRenderer.render(table, zone: zone)
            case .csv: CSVRenderer.render(table, bom: bom)
            case .json: try JSONRenderer.render(table, zone: zone)
            }
        if let path {
            try OutputFile.write(Data(text.utf8), to: path, replacing: true)
        } else {
            Output.text(text)
        }
        if format == .csv { for line in NotesText.lines(table.notes, zone: zone) { Output.error(line) } }
    }

    private func period(in directory: Directory) throws -> (String?, ClosedRange<Day>) {
        if let month {
            guard let period = PeriodRule.period(named: month, in: directory) else {
                throw CommandFailure.usage("'\(month)' is no period. Write YYYY-MM.")
            }
            return (month, period.first...period.last)
        }
        let (first, last) = (try Day.typed(from ?? ""), try Day.typed(to ?? ""))
        guard first <= last else {
            throw CommandFailure.refused(
                "the period ends (\(last)) before it starts (\(first)). Exchange --from and --to.")
        }
        return (PeriodRule.name(of: first...last, in: directory), first...last)
    }
}

extension RowKind: ExpressibleByArgument {}
