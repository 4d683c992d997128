import Foundation
import Ratings
import Reports
import Store

/// The reports of periods as they were kept, beside today's figures.
public struct ReportArchive: Sendable {
    private let store: Store
    private let directory: Directory

    /// The reports that a store keeps, as it has them now.
    public init(store: Store) {
        self.store = store
        directory = store.directory
    }

    /// The editions of a period, oldest first.
    public func editions(of period: String) -> [ReportEdition] { directory.editions[period] ?? [] }

    /// The edition of this number or, without one, the one that says where the period stands; nil for a draft.
    /// - Throws: `OfficeError` where there is no edition of this number.
    public func edition(_ number: Int?, of period: String) throws -> ReportEdition? {
        guard let number else { return IssueRule.current(editions(of: period)) }
        guard let edition = editions(of: period).first(where: { $0.number == number }) else {
            let known = editions(of: period).map { String($0.number) }.joined(separator: ", ")
            throw OfficeError(
                "edition", "\(number)", why: "\(period) has no such edition",
                remedy: known.isEmpty ? "Its report is still a draft." : "Name one of \(known).")
        }
        return edition
    }

    /// The figures of an edition.
    /// - Throws: `StoreError.damaged`, `FrozenReport.Unreadable`, `DatabaseError`.
    public func report(_ edition: ReportEdition) throws -> FrozenReport {
        try FrozenReport(json: try store.document(edition.model))
    }

    /// A document of an edition's state, byte for byte.
    /// - Throws: `OfficeError` where it was not kept in this form; `StoreError.damaged`, `DatabaseError`.
    public func document(_ name: String, of edition: ReportEdition) throws -> Data {
        let files = edition.currentDocuments + (edition.issue?.allSigned ?? [])
        guard let file = files.first(where: { $0.name == name }) else {
            throw OfficeError(
                "format", name, why: "not kept of edition \(edition.number) of \(edition.period)",
                remedy: "Kept are \(files.map(\.name).joined(separator: ", ")).")
        }
        return try store.document(file)
    }

    /// What has changed since the figures of an edition were frozen.
    /// - Throws: as `report`.
    public func difference(of edition: ReportEdition, at now: Instant) throws -> ReportDifference {
        let then = try report(edition)
        let span =
            PeriodRule.span(named: edition.period, in: directory) ?? PeriodSpan(days: edition.first...edition.last)
        return try PeriodTables.read(store, of: span, at: now) { tables in
            ReportDifference(
                from: then.figures, to: try tables.figures(),
                later: try tables.ratings(storedBehind: edition.ledger.rows),
                late: try tables.ratings(storedBehind: edition.ledger.rows, marked: .late))
        }
    }

    /// The figures of the issued editions in force of these periods; of a year to date those of its months. What was
    /// reported of each month adds up to what is reported of the year so far.
    /// - Throws: as `report`.
    func issued(in names: [PeriodName]) throws -> [String: PeriodFigures] {
        var figures: [String: PeriodFigures] = [:]
        for name in names.flatMap({ $0.isYearToDate ? $0.monthNames : [$0.description] }) {
            figures[name] = try issued(name)
        }
        return figures
    }

    /// The figures of the issued edition in force; nil where none was issued.
    /// - Throws: as `report`.
    func issued(_ period: String) throws -> PeriodFigures? {
        try IssueRule.inForce(editions(of: period)).map { try report($0).figures }
    }

    /// What the report in force is called: by the draft that would replace it, and by tables with its figures. Nil where
    /// none was issued.
    public func reportInForce(of period: String) -> String? {
        IssueRule.inForce(editions(of: period)).flatMap(Words.report)
    }

    /// Where each period stands that has ratings or a kept report, in order of their days.
    /// - Throws: as `report`.
    public func standings(at now: Instant) throws -> [PeriodStanding] {
        var periods: [String: ReportPeriod] = [:]
        if let days = try store.countedDays() {
            for period in PeriodRule.periods(from: days.lowerBound, to: days.upperBound, in: directory)
            where period.first <= days.upperBound && period.last >= days.lowerBound { periods[period.name] = period }
        }
        for (name, editions) in directory.editions {
            guard let edition = IssueRule.current(editions) else { continue }
            periods[name] = ReportPeriod(name: name, first: edition.first, last: edition.last)
        }
        return try periods.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) }.map { period in
            let edition = IssueRule.current(editions(of: period.name))
            return PeriodStanding(
                period: period, edition: edition,
                isChanged: try edition.map { try !difference(of: $0, at: now).isEmpty } ?? false)
        }
    }
}
