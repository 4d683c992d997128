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
        /// By what it is accepted: eight digits made of all that it says.
        public var mark: String
        /// Who accepted it and why; nil while nobody did.
        public var acceptance: FindingAcceptance?

        /// Whether it stands in the way of a signature.
        public var isOpen: Bool { finding.grade == .wrong && acceptance == nil }
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
    /// - Throws: as `ReportArchive.report`.
    public func items(with papers: CheckedPapers = CheckedPapers(), at now: Instant) throws -> [Item] {
        var findings = PeriodCheck.findings(period, beside: neighbours)
        if period.first <= period.last {
            let days = period.first...period.last
            let table = try self.table(period, at: now)
            findings += try tableFindings(table)
            if let text = papers.text { findings += TextCheck.findings(in: text, at: "Lời văn", days: days) }
        }
        findings += papers.tables.flatMap(\.findings)
        let (wrong, doubtful) = (findings.filter { $0.grade == .wrong }, findings.filter { $0.grade == .doubtful })
        return (wrong + doubtful).map { finding in
            let mark = Self.mark(finding)
            return Item(
                finding: finding, mark: mark, acceptance: directory.acceptances["\(period.name)/\(mark)"])
        }
    }

    private func tableFindings(_ table: RatingTable) throws -> [CheckFinding] {
        let archive = ReportArchive(store: store)
        var findings: [CheckFinding] = []
        if let edition = IssueRule.current(archive.editions(of: period.name)) {
            let frozen = try archive.report(edition).table
            if frozen.kind == table.kind {
                findings += TableCheck.belowIssued(
                    TableDifference(from: frozen, to: table), edition: edition.number)
            }
        }
        if let before = try archive.issuedTables(of: [previous].compactMap(\.self)).values.first {
            findings += TableCheck.vanished(from: before, in: table) { code in
                directory.units.all(code).contains { $0.until != nil }
            }
        }
        return findings + TableCheck.undecided(table)
            + TableCheck.undecided(marked: try store.undecidedMarks(in: table.days))
    }

    /// The official table as it is counted now.
    private func table(_ period: ReportPeriod, at now: Instant) throws -> RatingTable {
        let days = period.first...period.last
        return TableBuilder(try store.tableSource(for: days), days: days)
            .table(by: .unit, periodName: period.name, asOf: now)
    }

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

    private static func mark(_ finding: CheckFinding) -> String {
        let said = [finding.rule.rawValue, finding.place, finding.stated ?? "", finding.expected ?? "", finding.text]
        return String(Store.file("", Data(said.joined(separator: "\u{1F}").utf8)).hash.prefix(8))
    }
}
