import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Coverage") struct CoverageTests {
    private let directory: Directory

    init() throws {
        directory = try Sample.directory(
            try Sample.unit("a", "A", 1), try Sample.unit("b", "B", 2), try Sample.unit("c", "C", 3))
    }

    private func ratings(by kind: RowKind = .unit) throws -> RatingTable {
        try Sample.table(
            by: kind,
            [
                try Sample.tally(unit: "a", officer: "an", 45), try Sample.tally(unit: "b", officer: "an", 29),
                try Sample.tally(2),
            ], in: directory)
    }

    private func lines(_ table: CoverageTable) -> [String] {
        CSVRenderer.render(table).split(separator: "\n").map(String.init)
    }

    @Test("ratings over dossiers by unit, its base named; few are said to be few, and what has no figure has no share")
    func dossiers() throws {
        let table = try #require(
            CoverageTable(try ratings(), against: CoverageBase(kind: .resolved, counts: ["a": 90, "b": 0])))
        #expect(
            lines(table) == [
                "stt,unit,ratings,resolved,coverage,note", #"1,A,45,90,"50,00","#,
                #"2,B,29,0,,"số lượt ít, chỉ để tham khảo""#, "3,C,0,,,chưa có số liệu", ",Chưa xác định đơn vị,2,,,",
                #",Tổng cộng,74,90,"82,22","#,
            ])
        let text = TextRenderer.render(table, zone: .vietnam)
        #expect(text.contains("TỶ LỆ LƯỢT ĐÁNH GIÁ TRÊN SỐ HỒ SƠ ĐÃ GIẢI QUYẾT"))
        #expect(text.contains("Dòng tổng cộng chỉ gồm các dòng có số liệu: số hồ sơ đã giải quyết."))
    }

    @Test("below 30 ratings are few, 30 are not")
    func few() throws {
        let table = try Sample.table(
            [try Sample.tally(unit: "a", 30), try Sample.tally(unit: "b", 29)], in: directory)
        let base = CoverageBase(kind: .counter, counts: ["a": 100, "b": 100])
        let coverage = try #require(CoverageTable(table, against: base))
        #expect(coverage.rows.map(\.isFew) == [false, true, true])
        #expect(coverage.rows.map { $0.share?.text(decimals: 1) } == ["30,0", "29,0", nil])
    }

    @Test("the heading says what the dossiers at the counter are, and what could not be taken off")
    func counterWords() throws {
        func heading(_ rest: Set<CoverageBase.Part>) throws -> String? {
            var base = CoverageBase(kind: .counter, counts: ["a": 100])
            base.rest = rest
            let succession = UnitSuccession(directory, end: try Sample.at("2020-07-01"))
            let table = try #require(CoverageTable(try ratings(), against: base.folded(by: succession)))
            return table.sheet.columns.first { $0.name == "counter" }?.heading
        }
        #expect(try heading([]) == "Số hồ sơ mới tiếp nhận tại quầy (không kể trực tuyến, bưu chính)")
        #expect(try heading([.post]) == "Số hồ sơ mới tiếp nhận tại quầy và qua bưu chính (không kể trực tuyến)")
        #expect(try heading([.carriedOver]) == "Số hồ sơ tiếp nhận tại quầy (không kể trực tuyến, bưu chính)")
    }

    @Test("dossiers are no officer's, counter's or day's; invitations are an officer's and a counter's")
    func whose() throws {
        for kind in RowKind.allCases {
            let table = try Sample.table(by: kind, [], in: directory)
            for base in CoverageBase.Kind.allCases {
                let isKnown = CoverageTable(table, against: CoverageBase(kind: base, counts: [:])) != nil
                let expected =
                    switch kind {
                    case .unit, .field: true
                    case .counter, .officer: base == .invitations
                    case .day: false
                    }
                #expect(isKnown == expected, "\(base) by \(kind)")
            }
        }
    }

    @Test("of invitations those count that were answered, not the ratings that came without one")
    func invitations() throws {
        let asOf = try Sample.at("2020-06-10T08:00")
        let directory = try Sample.directory(
            Counter(code: "Q1", name: "Quầy 1", units: ["a"], since: Instant(milliseconds: 0)),
            Duty(counter: "Q1", officer: "an", since: asOf - .seconds(3600), source: .roster))
        let subject = Subject(officer: "bình", field: "ht")
        let uses = (1...40).map { number in
            let invitation = Invitation(
                id: UInt32(number), counter: "Q1", opened: asOf, expires: asOf + .seconds(30), by: "an",
                subject: number <= 8 ? subject : nil)
            return InvitationUse(invitation, isAnswered: number.isMultiple(of: 4), in: directory)
        }
        #expect(CoverageBase(of: uses, by: \.unit).counts == ["a": 40])
        #expect(CoverageBase(of: uses, by: \.field).counts == ["ht": 8])
        let base = CoverageBase(of: uses, by: \.officer)
        #expect(base.counts == ["an": 32, "bình": 8])
        #expect(base.ratings == ["an": 8, "bình": 2])
        let table = try #require(CoverageTable(try ratings(by: .officer), against: base))
        #expect(lines(table)[1] == #"1,an,8,32,"25,00","số lượt ít, chỉ để tham khảo""#)
        #expect(TextRenderer.render(table, zone: .vietnam).contains("Số lượt mời"))
    }

    @Test("dossiers of units that were merged stand with those that took them over")
    func folded() throws {
        let directory = try Sample.directory(
            try Sample.unit("a", "A", 1, until: "2020-06-10", successors: ["b"]), try Sample.unit("b", "B", 2))
        let succession = UnitSuccession(directory, end: try Sample.at("2020-07-01"))
        let base = CoverageBase(kind: .resolved, counts: ["a": 10, "b": 20, "x": 1], ratings: ["a": 1]).folded(
            by: succession)
        #expect(base.counts == ["b": 30, "x": 1])
        #expect(base.ratings == ["b": 1])
        let before = UnitSuccession(directory, end: try Sample.at("2020-06-01"))
        #expect(CoverageBase(kind: .resolved, counts: ["a": 10]).folded(by: before).counts == ["a": 10])
    }
}
