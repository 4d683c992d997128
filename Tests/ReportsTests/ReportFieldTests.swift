import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("What the fields of the month's report say") struct ReportFieldTests {
    /// The golden month's dossiers, or others in their columns.
    private func dossiers(_ counts: [[Int]]? = nil, without dropped: Set<String> = []) throws -> DossierReport {
        let days = try Sample.days("2020-05-16", "2020-06-15")
        let golden = try Fixture.rows("phu-luc-i").dropFirst().map { row in row[2...].compactMap { Int($0) } }
        let all = DossierColumns.standard.columns
        let kept = all.indices.filter { !dropped.contains(all[$0].code) }
        let table = DossierTable(
            period: "2020-06", rowKind: .unit, columns: kept.map { all[$0] },
            rows: (counts ?? golden).enumerated().map { index, row in
                .init(code: "u\(index)", counts: kept.map { row[$0] })
            })
        return DossierReport(
            table, period: ReportPeriod(name: "2020-06", first: days.lowerBound, last: days.upperBound), in: Directory()
        )
    }

    @Test("the golden month's dossiers are told with the published counts and shares")
    func golden() throws {
        let values = ReportField.values(of: try dossiers())
        #expect(
            values[.intakeSentence]
                == "Trong kỳ (từ ngày 16/5/2020 đến hết ngày 15/6/2020), Trung tâm đã nhận 12.746 hồ sơ thủ tục hành "
                + "chính; trong đó: kỳ trước chuyển sang 2.008 hồ sơ, chiếm 15,75%; tiếp nhận mới 10.738 hồ sơ, chiếm "
                + "84,25%; tiếp nhận trực tuyến 1.198 hồ sơ, chiếm 9,40%.")
        #expect(
            values[.resolvedSentence]
                == "Đã giải quyết 10.170 hồ sơ, chiếm 79,79% số hồ sơ đã nhận; trong đó: trước hạn và đúng hạn 10.161 hồ "
                + "sơ, chiếm 99,91%; quá hạn 09 hồ sơ, chiếm 0,09%.")
        #expect(
            values[.inProgressSentence]
                == "Đang giải quyết 2.576 hồ sơ, chiếm 20,21% số hồ sơ đã nhận; trong đó: còn hạn 2.559 hồ sơ, chiếm "
                + "99,34%; quá hạn 17 hồ sơ, chiếm 0,66%. Bị trả lại 06 hồ sơ, chiếm 0,05% số hồ sơ đã nhận.")
        #expect(values[.resolvedLate] == "09" && values[.resolvedLateShare] == "0,09")
        #expect(values[.resolvedInTime] == "10.161" && values[.resolvedInTimeShare] == "99,91")
        #expect(values[.lateCauses] == nil)
        for field in ReportField.allCases where field.source == .dossiers { #expect(values[field] != nil, "\(field)") }
    }

    @Test("zero is no dossier in prose, all is 100%, and where nothing is overdue no cause is asked for")
    func zeros() throws {
        let values = ReportField.values(of: try dossiers([[4, 0, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0]]))
        #expect(
            values[.intakeSentence]?.contains("không có hồ sơ kỳ trước chuyển sang; tiếp nhận mới 04 hồ sơ") == true)
        #expect(
            values[.resolvedSentence]
                == "Đã giải quyết 04 hồ sơ, chiếm 100% số hồ sơ đã nhận; trong đó: trước hạn và đúng hạn 04 hồ sơ, chiếm "
                + "100%; không có hồ sơ quá hạn.")
        #expect(values[.inProgressSentence] == "Không có hồ sơ đang giải quyết. Không có hồ sơ bị trả lại.")
        #expect(values[.overdue] == "không có" && values[.overdueShare] == "0" && values[.resolvedShare] == "100")
        #expect(values[.lateCauses]?.isEmpty == true)
    }

    @Test("a column that was not imported has no value, and is left out of the sentence")
    func missingColumns() throws {
        let values = ReportField.values(of: try dossiers(without: ["online", "resolved_early", "resolved_late"]))
        #expect(values[.online] == nil && values[.resolvedInTime] == nil)
        #expect(values[.intakeSentence]?.contains("trực tuyến") == false)
        #expect(values[.resolvedSentence] == "Đã giải quyết 10.170 hồ sơ, chiếm 79,79% số hồ sơ đã nhận.")
        #expect(values[.lateCauses] == nil)
    }

    @Test("where nobody was dissatisfied no cause is asked for, else one is")
    func dissatisfaction() throws {
        let directory = try Sample.directory(try Sample.unit("tp", "Sở Tư pháp", 1))
        let happy = try Sample.table([try Sample.tally(unit: "tp", 3)], in: directory)
        let mixed = try Sample.table(
            [try Sample.tally(unit: "tp", 3), try Sample.tally(unit: "tp", .dissatisfiedTime, 1)], in: directory)
        #expect(ReportField.values(of: happy, sentence: .neutral)[.dissatisfactionCauses]?.isEmpty == true)
        let values = ReportField.values(of: mixed, sentence: .neutral)
        #expect(values[.dissatisfactionCauses] == nil)
        #expect(
            values[.dissatisfied] == "01" && values[.dissatisfiedShare] == "25,00" && values[.comments] == "không có")
    }
}

@Suite("The form of what persons write") struct ReportTextsFormTests {
    @Test("a filled form reads as it was filled; a kept text, last month's text and nothing each stand in their place")
    func roundTrip() throws {
        let form = ReportTextsForm.text(
            of: "2020-06", written: [.proposals: "Một.\nHai."],
            last: [.difficulties: "Đường truyền chậm.", .lateCauses: "Do phần mềm."],
            known: [.dissatisfactionCauses: ""])
        #expect(
            try ReportTextsForm.texts(in: form) == [.proposals: "Một.\nHai.", .difficulties: "Đường truyền chậm."])
        #expect(
            form.contains("[kho_khan]\n# Khó khăn, vướng mắc\n# (lấy từ báo cáo kỳ trước, cần xem lại)\nĐường truyền"))
        #expect(form.contains("không phát sinh"))
        // A cause is never taken over.
        #expect(!form.contains("Do phần mềm."))
    }

    @Test("files as Windows writes them are read: a mark at the start, CRLF, letters in parts, blanks at the ends")
    func windows() throws {
        let text = "\u{FEFF}# a\r\n[kho_khan]\r\n  Đường truyền  \r\n\r\n".decomposedStringWithCanonicalMapping
        #expect(try ReportTextsForm.texts(in: text) == [.difficulties: "Đường truyền"])
        #expect(try ReportTextsForm.texts(in: "\u{FEFF}[kho_khan]\nA") == [.difficulties: "A"])
    }

    @Test(
        "what belongs to no field is refused by its line",
        arguments: [
            ("Không có.\n", 1, "không thuộc trường nào"), ("[kho_khan]\nA\n[tong_luot]\n995", 3, "[tong_luot]"),
            ("[kho_khan]\nA\n\n[kho_khan]\nB", 4, "đã có ở trên"),
        ])
    func refusals(form: String, line: Int, words: String) throws {
        let fault = try #require(throws: ReportTextsForm.Fault.self) { try ReportTextsForm.texts(in: form) }
        #expect(fault.line == line)
        #expect(fault.description.contains(words), "\(fault)")
    }
}
