import Foundation
import Ratings
import Reports
import Store

/// Looks through a month before it is signed.
public struct MonthCheck {
    /// A finding with what was said of it.
    public struct Item: Hashable, Sendable {
        /// What does not agree.
        public var finding: CheckFinding
        /// By what it is accepted: eight digits made of all that it says, but of no file's name.
        public var mark: String
        /// Who accepted it and why; nil while nobody did.
        public var acceptance: FindingAcceptance?

        /// Whether it stands in the way of a signature.
        public var isOpen: Bool { finding.grade == .wrong && acceptance == nil }
    }

    /// What came of a check.
    public struct Outcome: Sendable {
        /// Everything that does not agree, the wrong before the doubtful.
        public var items: [Item]
        /// What of the text was compared; nil where there was none.
        public var text: TextComparison?
    }

    private let store: Store
    private let directory: Directory
    private let period: ReportPeriod

    /// A check of the period called `month`.
    /// - Throws: `OfficeError` where there is no such period.
    public init(store: Store, month: String) throws {
        self.store = store
        directory = store.directory
        guard let period = PeriodRule.period(named: CodeRule.clean(month), in: directory) else {
            throw OfficeError(
                "month", month, why: "no period", remedy: "Write YYYY-MM, or list it with 'hailong setting period'.")
        }
        self.period = period
    }

    /// Everything that does not agree in the month and in `papers`, the wrong before the doubtful.
    /// - Throws: `OfficeError` where a paper cannot be read; as `ReportArchive.report`.
    public func items(with papers: CheckedPapers = CheckedPapers(), at now: Instant) throws -> [Item] {
        try outcome(with: papers, at: now).items
    }

    /// The same, and what of the text was compared at all.
    /// - Throws: as `items`.
    public func outcome(with papers: CheckedPapers, at now: Instant) throws -> Outcome {
        if let size = papers.text?.utf8.count, size > CheckedPapers.mostText {
            throw OfficeError(
                "text", "\(size) bytes", why: "more than \(CheckedPapers.mostText >> 20) MiB of text",
                remedy: "Give the text of the report alone.")
        }
        var findings = PeriodCheck.findings(period, beside: neighbours)
        var comparison: TextComparison?
        if period.first <= period.last {
            let span = PeriodSpan(name: PeriodName(period.name), days: period.first...period.last)
            let (figures, marks) = try PeriodTables.read(store, of: span, at: now) { tables in
                let dossiers = DossierRows.allCases.compactMap(tables.dossiers)
                return (
                    PeriodFigures(table: try tables.ratings(by: .unit), dossiers: dossiers),
                    try tables.undecidedMarks()
                )
            }
            findings += dossiers.flatMap(\.findings) + (try earlierFindings(figures))
            findings += TableCheck.undecided(figures.table) + TableCheck.undecided(marked: marks)
            comparison = papers.text.map { text in
                TextComparison(
                    of: text, at: Self.textPlace, with: figures.table,
                    figures.dossiers(by: .unit) ?? figures.dossiers.first, dossiers, days: span.days)
            }
            findings += comparison?.findings ?? []
            let annexes = [figures.table.printed] + figures.dossiers.map(\.figures)
            findings += TextTables.findings(in: papers.textTables, unit: papers.unit, annexes: annexes)
        } else if let text = papers.text {
            findings += TextCheck.findings(in: text, at: Self.textPlace)
        }
        let printed = try FigureFile.tables(in: papers.tables, unit: papers.unit, rules: papers.rules)
        let items =
            findings.map { item($0) }
            // The same table under another name is the same.
            + printed.flatMap { table in table.findings.map { item($0, place: $0.place.dropFirst(table.name.count)) } }
        return Outcome(
            items: items.filter { $0.finding.grade == .wrong } + items.filter { $0.finding.grade == .doubtful },
            text: comparison)
    }

    private func item(_ finding: CheckFinding, place: Substring? = nil) -> Item {
        let mark = Self.mark(finding, at: place.map(String.init) ?? finding.place)
        return Item(finding: finding, mark: mark, acceptance: directory.acceptances["\(period.name)/\(mark)"])
    }

    /// The dossiers as they were imported.
    private var dossiers: [FigureTable] {
        DossierRows.allCases.compactMap { rows in
            directory.dossiers[DossierTable.key(period: period.name, rowKind: rows)]?.figures(in: directory)
        }
    }

    /// What does not agree with what was kept of this month, and with the month before.
    private func earlierFindings(_ now: PeriodFigures) throws -> [CheckFinding] {
        let archive = ReportArchive(store: store)
        var findings: [CheckFinding] = []
        if let edition = IssueRule.current(archive.editions(of: period.name)) {
            let difference = ReportDifference(from: try archive.report(edition).figures, to: now, late: 0)
            findings += ([difference.table] + difference.dossiers)
                .flatMap { TableCheck.belowIssued($0, edition: edition.number) }
        }
        guard let previous else { return findings }
        let before = try archive.issued(previous)
        if let table = before?.table {
            findings += TableCheck.vanished(
                from: table.figures, of: previous, in: now.table.figures, hasEnded: hasEnded)
        }
        let key = DossierTable.key(period: previous, rowKind: .unit)
        if let units = before?.dossiers(by: .unit)?.figures ?? directory.dossiers[key]?.figures(in: directory),
            let now = now.dossiers(by: .unit)?.figures
        {
            findings += TableCheck.vanished(from: units, of: previous, in: now, hasEnded: hasEnded)
        }
        return findings
    }

    /// Whether it is recorded that a unit ended before the period did.
    private func hasEnded(_ unit: String) -> Bool {
        let end = directory.settings.start(of: period.last.advanced(by: 1))
        return directory.units.all(unit).last?.until.map { $0 <= end } ?? false
    }

    private static let textPlace = "Lời văn"

    /// The listed periods, and those of the months before and after.
    private var neighbours: [ReportPeriod] {
        var periods = directory.periods
        for name in [previous, next] {
            if let name, let period = PeriodRule.period(named: name, in: directory) { periods[name] = period }
        }
        return periods.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) }
    }

    private var previous: String? { month(-1) }
    private var next: String? { month(1) }

    private func month(_ step: Int) -> String? {
        let parts = period.name.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let months = parts[0] * 12 + parts[1] - 1 + step
        return PeriodRule.name(year: months / 12, month: months % 12 + 1)
    }

    private static func mark(_ finding: CheckFinding, at place: String) -> String {
        let said = [finding.rule.rawValue, place, finding.stated ?? "", finding.expected ?? "", finding.text]
        return String(Store.file("", Data(said.joined(separator: "\u{1F}").utf8)).hash.prefix(8))
    }
}
