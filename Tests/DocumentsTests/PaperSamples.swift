import Ratings
import Reports
import Testing

/// Papers to look at and to test: what a centre may meet, from a month of zeros to sixty units.
enum PaperSamples {
    /// Each paper with the name of its file.
    static func all() throws -> [(name: String, paper: Paper)] {
        let golden = try GoldenPaper.table()
        var zeros = golden.with { $0.counts = Counts() }
        zeros.notes.isEmpty = true
        var landscape = GoldenPaper.settings
        landscape.orientation = .landscape
        var source = GoldenPaper.settings
        source.preset = .source
        var draft = GoldenPaper.settings
        (draft.state, draft.number, draft.date) = (.draft, nil, nil)
        var signing = draft
        signing.state = .forSignature
        return try [
            ("portrait", try GoldenPaper.paper()), ("landscape", try GoldenPaper.paper(landscape)),
            ("source", try GoldenPaper.paper(source)), ("draft", try GoldenPaper.paper(draft)),
            ("for-signature", try GoldenPaper.paper(signing)),
            ("zeros", try paper(zeros)),
            ("sixty-units", try paper(many(60), draft)), ("six-hundred-units", try paper(many(600))),
            (
                "long-names",
                try paper(
                    golden.with {
                        $0.name += ", " + longName; $0.counts += $0.counts.times(12_345)
                    })
            ),
            ("report", try report()), ("month", try month()), ("month-draft", try month(.draft, written: [:])),
            ("notice", try GoldenReport.notice()),
        ] + tables(landscape, draft)
    }

    private static func month(
        _ state: Paper.State = .issued, written: [ReportField: String] = GoldenReport.written
    ) throws -> Paper {
        let last: [ReportField: String] = [
            .difficulties: "Đường truyền tại một số quầy còn chậm.", .proposals: "Không có.",
        ]
        return try GoldenReport.report(state, written: written, last: last).paper(from: try GoldenReport.template())
    }

    /// A paper of each kind of table.
    private static func tables(
        _ landscape: PaperSettings, _ draft: PaperSettings
    ) throws -> [(name: String, paper: Paper)] {
        let golden = try GoldenPaper.table()
        let earlier = golden.with {
            $0.counts[.dissatisfiedTime] = $0.counts[.satisfiedService]
            $0.counts[.satisfiedService] = 0
        }
        let comparison = ComparisonTable(golden, with: earlier, basis: .lastYear)
        let resolved = Dictionary(uniqueKeysWithValues: golden.rows.dropLast().map { ($0.code ?? "", 640) })
        let coverage = try #require(
            CoverageTable(golden, against: CoverageBase(kind: .resolved, counts: resolved)))
        let hours = HourTable(
            (0..<45).map {
                HourCount(weekday: $0 % 5 + 1, hour: $0 / 5 + 8, column: .satisfiedService, count: $0 * 37 % 101)
            }, periodName: golden.periodName, days: golden.days, opening: 7...16, notes: golden.notes)
        return [
            ("comparison", try paper(comparison, draft)), ("comparison-landscape", try paper(comparison, landscape)),
            ("coverage", try paper(coverage)), ("hours", try paper(hours)),
            ("three-levels", try paper(levels([.verySatisfied, .satisfied, .dissatisfied]))),
            ("five-levels", try paper(levels(ColumnSet.levels.columns))), ("dossiers", try dossiers()),
        ]
    }

    /// The golden month as if its buttons had been levels.
    private static func levels(_ levels: [Column]) throws -> RatingTable {
        var table = try GoldenPaper.table()
        table.columns = ColumnSet(showing: Set(levels))
        table.sentence = .levels
        return table.with { row in
            let counts = row.counts
            row.counts = Counts()
            for (column, level) in zip(ColumnSet.phuLucII.columns, levels) { row.counts[level] = counts[column] }
        }
    }

    /// Phụ lục I with its heading in two rows.
    private static func dossiers() throws -> Paper {
        let golden = try GoldenPaper.table()
        var directory = Directory()
        for row in golden.rows {
            try directory.apply(
                StoredRecord(
                    AdministrativeUnit(
                        code: row.code ?? "", name: row.name, order: row.ordinal ?? 0,
                        since: Instant(milliseconds: 0))))
        }
        let rows = golden.rows.enumerated().map { index, row in
            let (early, late, waiting) = (index * 251 % 4_000, index % 3, index * 83 % 700)
            let resolved = early + 10 + late
            return DossierTable.Row(
                code: row.code ?? "",
                counts: [
                    resolved + waiting, waiting, resolved, resolved, early, 10, late, waiting, waiting - index % 2,
                    index % 2, 1, early,
                ])
        }
        let table = DossierTable(
            period: "2020-06", rowKind: .unit, columns: DossierColumns.standard.columns, rows: rows)
        let period = ReportPeriod(name: "2020-06", first: golden.days.lowerBound, last: golden.days.upperBound)
        return DossierReport(table, period: period, in: directory).paper(
            GoldenPaper.settings, zone: .vietnam, anchor: nil, made: try GoldenPaper.made())
    }

    static let longName =
        "Văn phòng Đăng ký đất đai và Phát triển quỹ đất, Chi nhánh huyện Cù Lao Dung (nhận thay Ủy ban nhân dân xã)"

    private static func paper(
        _ table: any ReportTable, _ settings: PaperSettings = GoldenPaper.settings
    ) throws -> Paper {
        Annex(table, settings: settings, zone: .vietnam).paper(made: try GoldenPaper.made())
    }

    /// The golden month's rows again and again.
    private static func many(_ count: Int) throws -> RatingTable {
        var table = try GoldenPaper.table()
        let rows = table.rows
        table.rows = (0..<count).map { index in
            var row = rows[index % rows.count]
            row.ordinal = index + 1
            row.name += " \(index + 1)"
            return row
        }
        return table
    }

    /// A whole report: head, body, a heading over two rows, a heat map, the end, and an annex that lies.
    static func report() throws -> Paper {
        var settings = GoldenPaper.settings
        settings.orientation = .landscape
        settings.signer = "Nguyễn Thị Hồng Phượng"
        settings.parent = "Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng"
        let sentence = """
            Có 995 ý kiến đánh giá của tổ chức, cá nhân đến giao dịch tại Trung tâm thông qua máy đánh giá mức độ hài \
            lòng; kết quả có 100% tổ chức, cá nhân hài lòng với dịch vụ và thái độ phục vụ của nhân viên tại Trung tâm \
            (Phụ lục II kèm theo).
            """
        let body = Paper.Part(
            name: "Báo cáo",
            blocks: [
                .letterhead(settings.letterhead()), .title("BÁO CÁO", .kind),
                .title("Kết quả hoạt động của Trung tâm Phục vụ hành chính công tháng 6 năm 2020", .subject),
                .title("", .rule), .heading("I. TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT HỒ SƠ", level: 1),
                .heading("1. Tiếp nhận hồ sơ", level: 2), .heading("a) Theo đơn vị", level: 3),
            ] + Array(repeating: .paragraph(sentence), count: 9) + [
                .table(spanned), .paragraph(sentence), .heatMap(heatMap), .closing(settings.closing),
            ])
        let annex = Annex(try GoldenPaper.table(), settings: settings, zone: .vietnam)
        return Paper(
            title: "Báo cáo", author: settings.issuer, made: try GoldenPaper.made(), state: .issued,
            parts: [body, annex.part])
    }

    /// A heading in two rows, as Phụ lục I has it.
    static let spanned = PaperTable(
        columns: [.init(weight: 1, alignment: .centre), .init(weight: 4, alignment: .left)]
            + Array(repeating: .init(weight: 2, alignment: .right), count: 4),
        heading: [
            [
                .init("STT", rows: 2), .init("Đơn vị", rows: 2), .init("Số hồ sơ nhận giải quyết", columns: 3),
                .init("Số hồ sơ bị trả lại", rows: 2),
            ], [.init("Tổng số"), .init("Kỳ trước chuyển qua"), .init("Số mới tiếp nhận")],
        ],
        rows: [
            .init(
                .entry,
                [.ordinal(1), .text("Sở Công Thương"), .count(12_746), .count(46), .count(12_700), .empty]
                    .map { .init($0) }),
            .init(
                .total,
                [.empty, .text("Tổng cộng"), .count(12_746), .count(46), .count(12_700), .count(0)]
                    .map { .init($0) }),
        ])

    /// Hours of a week.
    static let heatMap = HeatMap(
        caption: "Giờ", columns: ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"],
        rows: (7...17).map { "\($0) giờ" },
        counts: (0..<11).map { hour in (0..<7).map { day in day > 4 ? 0 : (hour * 37 + day * 53) % 101 } })
}

extension RatingTable {
    /// The same with changed rows.
    func with(_ change: (inout Row) -> Void) -> RatingTable {
        var table = self
        for index in table.rows.indices { change(&table.rows[index]) }
        return table
    }
}

extension Counts {
    fileprivate func times(_ factor: Int) -> Counts {
        var counts = Counts()
        for column in ColumnSet.phuLucII.columns { counts[column] = self[column] * factor }
        return counts
    }
}
