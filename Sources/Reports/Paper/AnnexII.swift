import Ratings

/// Phụ lục II as a paper, made from its table.
public struct AnnexII: Hashable, Sendable {
    /// What the table counts, as the source report says it.
    public static let subject = subjectLines.joined(separator: " ")
    /// The same in the lines of the source report.
    private static let subjectLines = [
        "THỐNG KÊ SỐ HỒ SƠ ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", "VÀ Ý KIẾN GÓP Ý CỦA TỔ CHỨC, CÁ NHÂN",
    ]

    /// The figures.
    public var table: RatingTable
    /// What stands around them.
    public var settings: PaperSettings
    /// The centre's zone, for the moments in notes.
    public var zone: Zone

    /// Phụ lục II with `table`.
    public init(_ table: RatingTable, settings: PaperSettings, zone: Zone) {
        self.table = table
        self.settings = settings
        self.zone = zone
    }

    /// The annex as a paper of its own.
    public func paper(made: Instant) -> Paper {
        Paper(
            title: "Phụ lục II - \(Self.subject) \(table.periodTitle)", author: settings.issuer, made: made,
            state: settings.state, parts: [part])
    }

    /// The annex as a part of a report.
    public var part: Paper.Part {
        var blocks: [Block] = [.title(settings.preset == .source ? "PHỤ LỤC II" : "Phụ lục II", .kind)]
        blocks += (Self.subjectLines + [table.periodTitle]).map { .title($0, .subject) }
        blocks.append(.title(settings.attachedTo("Báo cáo"), .attachment))
        if let replaced = settings.replaces { blocks.append(.title("(Thay thế \(replaced))", .attachment)) }
        blocks += [.table(table.paperTable), .notes(NotesText.lines(of: table, zone: zone))]
        return Paper.Part(name: "Phụ lục II", orientation: settings.orientation, blocks: blocks)
    }
}

extension RatingTable {
    /// The table as it stands on a paper: STT, the rows' names, a column each, the sum, and the two last rows.
    public var paperTable: PaperTable {
        let first = 2
        let sum = first + Column.allCases.count
        let entries = rows.map { row in
            PaperTable.Row(
                .entry,
                [
                    .init(row.ordinal.map { .ordinal($0) } ?? .empty), .init(.text(row.name)),
                ] + Column.allCases.map { .init(.count(row.counts[$0])) } + [
                    .init(.count(row.counts.total), from: .sumOfColumns(Array(first..<sum)))
                ])
        }
        let totals = Column.allCases.map { total[$0] } + [total.total]
        let shares = totals.enumerated().map { index, count in
            PaperTable.Cell(
                Share(count, of: total.total).map { .share($0, decimals: decimals) } ?? .empty,
                from: total.total == 0
                    ? nil : .share(row: rows.count, column: first + index, ofRow: rows.count, ofColumn: sum))
        }
        return PaperTable(
            columns: [.init(weight: 0.8, alignment: .centre), .init(weight: 4, alignment: .left)]
                + Array(repeating: .init(weight: 1.6, alignment: .right), count: totals.count),
            heading: [(["STT", kind.heading] + Column.allCases.map(\.heading) + ["Tổng cộng"]).map { .init($0) }],
            rows: entries + [
                .init(
                    .total,
                    [.init(.empty), .init(.text("Tổng cộng"))]
                        + totals.map { .init(.count($0), from: .sumOfRows(0..<rows.count)) }),
                .init(.shares, [.init(.empty), .init(.text("Tỷ lệ %"))] + shares),
            ])
    }
}
