import Ratings

/// What one unit is told of a period in a công văn: its own dissatisfied ratings, comments and overdue dossiers. Nothing
/// about any other unit; an officer is named only where a closed case says so.
public struct UnitNotice: Hashable, Sendable {
    /// Code of the unit.
    public let unit: String
    /// Its name, which the notice is addressed to.
    public let unitName: String
    /// The period's name, where it has one.
    public let name: PeriodName?
    /// First and last day, both inclusive.
    public let days: ClosedRange<Day>
    /// Its dissatisfied ratings and its comments, in the order of their moments.
    public let entries: [NoticeEntry]
    /// Its overdue dossiers.
    public let overdue: OverdueCounts

    /// The columns whose ratings a unit is told of.
    public static let columns = Set(Column.allCases.filter { $0.isDissatisfied || $0 == .comments })

    /// The notice to a unit of `entries`, which may be of any units; those that it took over are its own. Nil where
    /// there is nothing to report: then there is no document.
    public init?(
        to unit: String, of span: PeriodSpan, entries: [NoticeEntry], overdue: OverdueCounts = OverdueCounts(),
        by succession: UnitSuccession
    ) {
        self.unit = unit
        unitName = succession.unit(unit)?.name ?? unit
        (name, days, self.overdue) = (span.name, span.days, overdue)
        self.entries = entries.filter { entry in
            entry.unit.map(succession.row) == unit
                && (entry.column.isDissatisfied || (entry.column == .comments && entry.comment != nil))
        }.sorted { $0.moment < $1.moment }
        if self.entries.isEmpty, overdue == OverdueCounts() { return nil }
    }

    private var isOverdue: Bool { overdue != OverdueCounts() }

    /// `V/v thông báo các trường hợp đánh giá không hài lòng và hồ sơ quá hạn tháng 6 năm 2020`.
    public var subject: String {
        let period = name?.prose ?? "từ ngày \(days.lowerBound.vietnamese) đến ngày \(days.upperBound.vietnamese)"
        let ratings =
            dissatisfied > 0 ? "các trường hợp đánh giá không hài lòng" : entries.isEmpty ? nil : "ý kiến góp ý"
        let parts = [ratings, isOverdue ? "hồ sơ quá hạn" : nil].compactMap(\.self)
        return "V/v thông báo \(parts.joined(separator: " và ")) \(period)"
    }

    /// `Kính gửi: Sở Tư pháp`.
    public var addressee: String { "Kính gửi: \(unitName)" }

    /// The sentence that begins the text.
    public var opening: String {
        "\(days.isCalendarMonth ? "Trong tháng" : "Trong kỳ") (từ ngày \(days.lowerBound.vietnamese) đến hết ngày "
            + "\(days.upperBound.vietnamese)), Trung tâm thông báo đến \(unitName) như sau:"
    }

    /// How many were dissatisfied and how many commented; nil without any. The entries follow it as a table.
    public var ratings: String? {
        guard !entries.isEmpty else { return nil }
        let comments = entries.count - dissatisfied
        let clauses = [
            dissatisfied > 0 ? "\(dissatisfied.inProse) lượt đánh giá không hài lòng" : nil,
            comments > 0 ? "\(comments.inProse) lượt có ý kiến góp ý" : nil,
        ]
        return "Có \(clauses.compactMap(\.self).joined(separator: "; "))."
    }

    /// How many dossiers were or are overdue; nil without any.
    public var dossiers: String? {
        guard isOverdue else { return nil }
        let clauses = [
            overdue.resolved > 0 ? "\(overdue.resolved.inProse) hồ sơ đã giải quyết quá hạn" : nil,
            overdue.inProgress > 0 ? "\(overdue.inProgress.inProse) hồ sơ đang giải quyết đã quá hạn" : nil,
        ]
        return "Có \(clauses.compactMap(\.self).joined(separator: "; "))."
    }

    /// The request that ends the text.
    public var closing: String {
        "Đề nghị \(unitName) xem xét, khắc phục và thông tin kết quả đến Trung tâm./."
    }

    private var dissatisfied: Int { entries.count { $0.column.isDissatisfied } }
}
