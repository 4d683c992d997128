import Ratings

/// Any table of ratings: what every form (text, CSV, JSON, a document) asks of it.
public protocol ReportTable: Hashable, Sendable {
    /// The period's name, as `PeriodName` writes it, where it has one.
    var periodName: String? { get }
    /// First and last day, both inclusive.
    var days: ClosedRange<Day> { get }
    /// Whether it is issued with the period's report. A year to date, a comparison and a coverage are told beside reports.
    var isIssued: Bool { get }
    /// What must be known beside the numbers.
    var notes: TableNotes { get set }
    /// What it says, as cells.
    var sheet: TableSheet { get }
    /// Its numbers as they stand on a paper.
    var block: Block { get }
}

extension ReportTable {
    /// All tables of a period but a year to date, whose months are issued each by itself.
    public var isIssued: Bool { !(periodName.flatMap(PeriodName.init)?.isYearToDate ?? false) }

    /// The cells of its sheet.
    public var block: Block { .table(sheet.paperTable) }

    /// `THÁNG 6 NĂM 2020 (TỪ 16/5/2020 ĐẾN 15/6/2020)`, or only the days of a period without a name.
    public var periodTitle: String {
        let range = "TỪ \(days.lowerBound.vietnamese) ĐẾN \(days.upperBound.vietnamese)"
        return periodName.flatMap(PeriodName.init).map { "\($0.title) (\(range))" } ?? range
    }
}
