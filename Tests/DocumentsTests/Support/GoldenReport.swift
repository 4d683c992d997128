import Foundation
import Ratings
import Reports
import Testing

@testable import Documents

/// The whole report of Sóc Trăng, June 2020.
enum GoldenReport {
    /// What a person has to write of this month: nobody was dissatisfied.
    static let written: [ReportField: String] = [
        .lateCauses: "Nguyên nhân quá hạn: hồ sơ phải lấy ý kiến của nhiều cơ quan.",
        .difficulties: "Đường truyền tại một số quầy còn chậm.\nMột số thủ tục chưa cắt giảm được thời gian.",
        .plans: "Tiếp tục theo dõi, đôn đốc các cơ quan giải quyết hồ sơ đúng hạn.", .proposals: "Không có.",
    ]

    static func report(
        _ state: Paper.State = .issued, dossiers isImported: Bool = true, written: [ReportField: String] = written,
        last: [ReportField: String] = [:]
    ) throws -> WholeReport {
        var settings = GoldenPaper.settings
        settings.state = state
        if state != .issued { (settings.number, settings.date) = (nil, nil) }
        return WholeReport(
            table: try GoldenPaper.table(), dossiers: isImported ? try dossiers() : nil, settings: settings,
            written: written, last: last, zone: .vietnam)
    }

    /// The template that centres start from.
    static func template() throws -> ReportTemplate {
        try ReportTemplate(try ReportTemplate.standard(GoldenPaper.settings))
    }

    /// The published Phụ lục I.
    static func dossiers() throws -> DossierReport {
        let url = try #require(
            Bundle.module.url(forResource: "phu-luc-i", withExtension: "csv", subdirectory: "Fixtures"))
        var directory = Directory()
        var rows: [DossierTable.Row] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            let counts = fields.suffix(12).compactMap { Int($0) }
            let name = fields.dropFirst().dropLast(12).joined(separator: ",").replacing("\"", with: "")
            let unit = AdministrativeUnit(
                code: "u\(rows.count)", name: name, order: rows.count + 1, since: Instant(milliseconds: 0))
            try directory.apply(StoredRecord(unit))
            rows.append(.init(code: unit.code, counts: counts))
        }
        let table = DossierTable(
            period: "2020-06", rowKind: .unit, columns: DossierColumns.standard.columns, rows: rows)
        let days = try GoldenPaper.table().days
        return DossierReport(
            table, period: ReportPeriod(name: "2020-06", first: days.lowerBound, last: days.upperBound), in: directory)
    }

    /// A notice to one unit with ratings, a long comment and overdue dossiers.
    static func notice() throws -> Paper {
        var directory = Directory()
        let unit = AdministrativeUnit(code: "tp", name: "Sở Tư pháp", order: 1, since: Instant(milliseconds: 0))
        try directory.apply(StoredRecord(unit))
        let made = try GoldenPaper.made()
        let comment =
            "Tôi nộp hồ sơ từ 7 giờ 30 phút, đến 10 giờ mới được gọi; đề nghị ghi rõ số thứ tự. Gọi 0912345678."
        let told: [(column: Column, comment: String?, cause: ClosedCase.Cause?)] = [
            (.dissatisfiedTime, comment, nil), (.dissatisfiedCompetence, nil, .staff),
            (.comments, "Nên có thêm ghế chờ.", nil),
        ]
        let entries = told.enumerated().map { index, entry in
            NoticeEntry(
                moment: made - .seconds(86_400 * (14 - index)), counter: "Quầy Sở Tư pháp", unit: "tp",
                column: entry.column, comment: entry.comment, cause: entry.cause,
                officer: entry.cause.map { _ in "Lê Thị An" })
        }
        let span = PeriodSpan(name: .month(year: 2020, month: 6), days: try GoldenPaper.table().days)
        let notice = UnitNotice(
            to: "tp", of: span, entries: entries, overdue: OverdueCounts(resolved: 6, inProgress: 17),
            by: UnitSuccession(directory, end: made))
        return try #require(notice).paper(GoldenPaper.settings.ofNotice(), zone: .vietnam, made: made)
    }
}
