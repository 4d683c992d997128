import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("What a text says of the dossiers") struct DossierClaimsTests {
    /// The golden month's, or those of a unit alone.
    private func report() throws -> DossierReport {
        let days = try Sample.days("2020-05-16", "2020-06-15")
        let rows = try Fixture.rows("phu-luc-i").dropFirst().enumerated().map { index, row in
            DossierReport.Row(
                ordinal: index + 1, code: "u\(index)", name: row[1], counts: row[2...].compactMap { Int($0) })
        }
        return DossierReport(
            rowKind: .unit, periodName: "2020-06", days: days, columns: DossierColumns.standard.columns, rows: rows,
            decimals: 2, merged: [])
    }

    private func text(_ report: DossierReport) -> String {
        let values = ReportField.values(of: report)
        return [ReportField.intakeSentence, .resolvedSentence, .inProgressSentence].compactMap { values[$0] }
            .joined(separator: "\n")
    }

    @Test("the program's own sentences agree, composed or not, and leave no claim behind")
    func right() throws {
        let report = try report()
        let text = text(report)
        for form in [text, text.decomposedStringWithCanonicalMapping, text.uppercased()] {
            let claims = DossierClaims(in: form, at: "Lời văn", of: report)
            #expect(claims.findings.isEmpty, "\(claims.findings.map(\.text))")
            #expect(!claims.rest.contains("12.746") && !claims.rest.contains("%"), "\(claims.rest)")
        }
    }

    @Test(
        "each edit of the program's own sentences is wrong, also one that is true elsewhere in the table",
        arguments: [
            ("đã nhận 12.746", "đã nhận 12.764", "12.746 hồ sơ"),
            ("quá hạn 09 hồ sơ, chiếm 0,09%", "quá hạn 17 hồ sơ, chiếm 0,66%", "09 hồ sơ, chiếm 0,09%"),
            ("quá hạn 17 hồ sơ, chiếm 0,66%", "quá hạn 09 hồ sơ, chiếm 0,09%", "17 hồ sơ, chiếm 0,66%"),
            ("quá hạn 09 hồ sơ", "quá hạn 90 hồ sơ", "09 hồ sơ, chiếm 0,09%"),
            ("Đã giải quyết 10.170", "Đã giải quyết 10.710", "10.170 hồ sơ, chiếm 79,79%"),
            ("99,91%", "99,92%", "10.161 hồ sơ, chiếm 99,91%"), ("9,40%", "9,41%", "1.198 hồ sơ, chiếm 9,40%"),
            ("quá hạn 09 hồ sơ, chiếm 0,09%", "không có hồ sơ quá hạn", "09 hồ sơ"),
            ("Bị trả lại 06", "Bị trả lại 60", "06 hồ sơ, chiếm 0,05%"),
        ])
    func wrong(words: String, other: String, expected: String) throws {
        let report = try report()
        let text = text(report)
        #expect(text.contains(words))
        let found = DossierClaims(in: text.replacing(words, with: other), at: "Lời văn", of: report).findings
        #expect(found.map(\.grade) == [.wrong] && found.map(\.rule) == [.text])
        #expect(found.map(\.expected) == [expected])
    }

    @Test("so are they in words of one's own; shares may have other decimals and name another base")
    func ownWords() throws {
        let report = try report()
        func found(_ text: String) -> [CheckFinding] {
            DossierClaims(in: text, at: "Lời văn", of: report).findings
        }
        let plain = found("Toàn tỉnh đã nhận 12.764 hồ sơ; đã giải quyết 10.710\nhồ sơ.")
        #expect(plain.map(\.expected) == ["12.746 hồ sơ", "10.170 hồ sơ"] && plain.allSatisfy { $0.grade == .wrong })
        #expect(found("Đã giải quyết 10170 hồ sơ (đạt tỷ lệ 79,8%), trong đó 9 hồ sơ quá hạn.").isEmpty)
        #expect(found("Quá hạn 9 hồ sơ, chiếm 0,07% tổng số hồ sơ đã nhận.").isEmpty)
        #expect(found("Tiếp nhận 10.738 hồ sơ.").isEmpty, "the new ones")
        #expect(found("Trong 12 ngày đã giải quyết 3 vướng mắc.").isEmpty)
    }

    @Test("what may be of a unit or of another period is to be looked at, and right where it is the unit's")
    func others() throws {
        let report = try report()
        let unit = try #require(report.rows.first { $0.counts[3] > 0 && $0.counts[0] != $0.counts[3] })
        func grades(_ text: String) -> [CheckFinding.Grade] {
            DossierClaims(in: text, at: "Lời văn", of: report).findings.map(\.grade)
        }
        #expect(grades("\(unit.name) đã giải quyết \(unit.counts[3].vietnamese) hồ sơ.").isEmpty)
        #expect(grades("\(unit.name) đã giải quyết \((unit.counts[3] + 1).vietnamese) hồ sơ.") == [.doubtful])
        #expect(grades("Cùng kỳ năm 2019 đã nhận 9.000 hồ sơ.") == [.doubtful])
    }

    @Test(
        "what is said of another time, place or field is to be looked at; of the period, or of none, it is wrong",
        arguments: [
            ("Trong 6 tháng đầu năm, Trung tâm đã nhận 70.000 hồ sơ.", CheckFinding.Grade.doubtful),
            ("Từ đầu năm đến nay đã nhận 70.000 hồ sơ.", .doubtful), ("Trong quý II đã nhận 30.000 hồ sơ.", .doubtful),
            ("So với tháng 5/2020 (đã nhận 10.000 hồ sơ), khối lượng tăng.", .doubtful),
            ("Năm 2019, Trung tâm đã nhận 90.000 hồ sơ.", .doubtful), ("Năm 2020 đã nhận 90.000 hồ sơ.", .doubtful),
            ("Các xã, phường đã nhận 1.000 hồ sơ.", .doubtful), ("TP. Sóc Trăng đã nhận 1.000 hồ sơ.", .doubtful),
            ("Lĩnh vực đất đai đã giải quyết 300 hồ sơ.", .doubtful), ("Trong tháng 5 đã nhận 9.000 hồ sơ.", .doubtful),
            ("Đã giải quyết 300 hồ sơ thuộc lĩnh vực đất đai.", .doubtful), ("Tuần 23 đã nhận 900 hồ sơ.", .doubtful),
            ("Đến ngày 31/5/2020 đã nhận 9.000 hồ sơ.", .doubtful), ("Tháng tư đã nhận 9.000 hồ sơ.", .doubtful),
            ("Từ ngày 01/12 đến 15/01/2020 đã nhận 9.000 hồ sơ.", .doubtful),
            ("Mỹ Xuyên đã nhận 500 hồ sơ.", .doubtful), ("Trong 12 ngày đã nhận 300 hồ sơ.", .doubtful),
            ("Cả nước đã nhận 500 hồ sơ.", .doubtful), ("Dự kiến kỳ tới đã nhận 5 hồ sơ.", .doubtful),
            ("Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng đã nhận 70.000 hồ sơ.", .wrong),
            ("Trung tâm đã nhận 70.000 hồ sơ.", .wrong), ("Trong tháng 6, đã nhận 70.000 hồ sơ.", .wrong),
            ("Tháng 06/2020 đã nhận 70.000 hồ sơ.", .wrong), ("Tháng 6 năm 2020, đã nhận 70.000 hồ sơ.", .wrong),
            ("Từ ngày 16/5 đến hết ngày 15/6/2020, Trung tâm đã nhận 70.000 hồ sơ.", .wrong),
            ("Kết quả giải quyết: 10.171 hồ sơ.", .wrong), ("Trong tháng đã nhận 70.000 hồ sơ tại trụ sở.", .wrong),
        ])
    func scope(text: String, grade: CheckFinding.Grade) throws {
        let claims = DossierClaims(in: text, at: "Lời văn", of: try report())
        #expect(claims.findings.map(\.grade) == [grade])
        #expect(
            TextCheck.findings(in: text, at: "Lời văn", days: try report().days).allSatisfy { $0.grade == .doubtful })
    }
}

@Suite("An annex printed in a report") struct AnnexCheckTests {
    private let annex = FigureTable(
        name: "Phụ lục II", unit: "lượt",
        columns: ["Hài lòng", "Không hài lòng", "Tổng cộng"].map { .init(code: $0, heading: $0) },
        rows: [.init(name: "Sở A", figures: [827, 1, 828]), .init(name: "Sở B", figures: [10, 0, 10])],
        rules: [.sum(of: "Tổng cộng", parts: ["Hài lòng", "Không hài lòng"])])

    @Test("agrees cell by cell, or is wrong: a row, the totals, a share, a row that is missing")
    func cells() throws {
        var printed = annex
        (printed.total, printed.shares) = (annex.sums, ["99,88", "0,12", "100"])
        #expect(AnnexCheck.findings(in: printed, of: [annex]) == [])
        printed.rows[0].figures[0] = 872
        printed.total?[0] = 873
        printed.shares?[1] = "0,13"
        let found = try #require(AnnexCheck.findings(in: printed, of: [annex]))
        #expect(found.map(\.stated) == ["872", "873", "0,13"] && found.map(\.expected) == ["827", "837", "0,12"])
        #expect(found.allSatisfy { $0.grade == .wrong })
        printed = annex
        printed.rows.removeLast()
        #expect(AnnexCheck.findings(in: printed, of: [annex])?.map(\.place) == ["Phụ lục II · Sở B"])
        printed.rows = [.init(name: "Quầy 1", figures: [1, 1, 2])]
        #expect(AnnexCheck.findings(in: printed, of: [annex]) == nil, "another table with such headings")
    }
}
