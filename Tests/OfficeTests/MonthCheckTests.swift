import Foundation
import Ratings
import Reports
import Testing

@testable import Office
@testable import Store

@Suite("hailong check") struct MonthCheckTests {
    private func items(_ desk: Desk, month: String = "2020-05", text: String? = nil) throws -> [MonthCheck.Item] {
        try MonthCheck(store: desk.store, month: month).items(with: CheckedPapers(text: text), at: Desk.now)
    }

    private func pressed(_ desk: Desk) async throws {
        try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-05-01"), why: "lắp"))
        try await desk.press("0a", 0, at: "2020-05-14T08:00")
        try await desk.press("0a", 1, at: "2020-05-14T08:10")
    }

    @Test("a month in which all agrees has no findings but boxes that may still hold presses")
    func clean() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            #expect(try items(desk).map(\.finding.rule) == [.undecided], "the box was heard before the period ended")
            #expect(throws: OfficeError.self) { try items(desk, month: "May") }
        }
    }

    @Test("overlapping periods are wrong until somebody accepts them with a reason, and then with other days again")
    func accepted() async throws {
        try await Desk.opened { desk in
            let day = Day(number: 18_382)
            try await desk.ask(
                .definePeriod(name: "2020-05", first: day.advanced(by: -3), last: day.advanced(by: 30), why: "x"))
            let wrong = try #require(try items(desk).first)
            #expect(wrong.isOpen && wrong.finding.rule == .overlap)
            let accept = OfficeRequest.acceptFinding(month: "2020-05", mark: wrong.mark, why: "đã thống nhất")
            let reply = try await desk.ask(accept)
            #expect(reply.summary.first?.hasSuffix("đã thống nhất") == true, "\(reply.summary)")
            let kept = try #require(try items(desk).first)
            #expect(!kept.isOpen && kept.acceptance?.who == "giám sát" && kept.acceptance?.why == "đã thống nhất")
            #expect(try await desk.ask(accept).records == 0)
            #expect(try desk.store.verify(against: []).findings.isEmpty)
            try await desk.ask(
                .definePeriod(name: "2020-05", first: day.advanced(by: -4), last: day.advanced(by: 30), why: "x"))
            #expect(try items(desk).first?.isOpen == true)
            let unknown = OfficeRequest.acceptFinding(month: "2020-05", mark: "00000000", why: "x")
            #expect(try await desk.refusal(of: unknown).first?.field == "finding")
            let silent = OfficeRequest.acceptFinding(month: "2020-05", mark: wrong.mark, why: "")
            #expect(try await desk.refusal(of: silent).first?.field == "why")
        }
    }

    @Test("counts below those that were issued, and days of a text that are not the period's, are to be looked at")
    func issuedAndText() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            let reply = try await desk.ask(.submitReport(month: "2020-05"))
            #expect(reply.notes.contains { $0.contains("0 điểm sai, 1 điểm cần xem lại") }, "\(reply.notes)")
            try await desk.ask(.setAside([PressKey(device: "0a", boot: 7, sequence: 0)], why: "thử"))
            let text = "Số liệu từ ngày 01/5/2020 đến ngày 30/5/2020."
            let found = try items(desk, text: text).map(\.finding)
            #expect(found.map(\.rule) == [.issued, .undecided, .text])
            #expect(found.first?.text == "1, bản 1 đã chốt là 2")
            #expect(try items(desk, text: "từ 01/10/2025 đến 28/8/2025").first?.isOpen == true)
        }
    }

    private static func dossiers(_ rows: String...) -> ImportFile {
        let columns = DossierColumns.standard.columns.map(\.code).joined(separator: ",")
        return ImportFile(name: "ho-so.csv", bytes: Data("unit,\(columns)\n\(rows.joined(separator: "\n"))\n".utf8))
    }

    @Test("the imported dossiers of the month are checked: a rest, a late one too many, a unit that is gone")
    func dossiers() async throws {
        try await Desk.opened { desk in
            let april = Self.dossiers("SXD,10,0,10,10,10,0,0,0,0,0,0,0", "SYT,5,0,5,5,5,0,0,0,0,0,0,0")
            try await desk.ask(.importDossiers(april, period: "2020-04"))
            try await desk.ask(
                .importDossiers(Self.dossiers("SXD,100,40,60,64,60,3,2,0,0,0,0,101"), period: "2020-05"))
            let found = try items(desk).map(\.finding).filter { $0.place.hasPrefix("Phụ lục I ·") }
            #expect(found.map(\.rule) == [.parts, .parts, .subcount, .units])
            #expect(found[0].text.hasSuffix("còn 36 hồ sơ chưa phân loại") && found[1].text.hasSuffix("thừa 1 hồ sơ"))
            #expect(found[3].grade == .doubtful && found[3].place == "Phụ lục I · Sở Y tế")
            let text = "Đã giải quyết 64 hồ sơ, chiếm 64,1%."
            let expected = "64 hồ sơ, chiếm 64,0%"
            #expect(try items(desk, text: text).contains { $0.finding.expected == expected && $0.isOpen })
            try await desk.take([
                "units.csv": "code,name,order,since,until\nSYT,Sở Y tế,2,2019-01-01,2020-05-20\n"
            ])
            #expect(try !items(desk).contains { $0.finding.rule == .units }, "its end is recorded")
        }
    }

    @Test("tables in the text are held against the month's, and the sentences about dossiers too")
    func textTables() async throws {
        try await Desk.opened { desk in
            try await desk.ask(
                .importDossiers(Self.dossiers("SXD,100,40,60,100,60,40,0,0,0,0,0,10"), period: "2020-05"))
            let columns = DossierColumns.standard.columns.map(\.fullTitle)
            func items(received: String, text: String = "") throws -> [MonthCheck.Item] {
                let row = [received, "40", "60", "100", "60", "40", "0", "0", "0", "0", "0", "10"]
                let tables = [
                    [["TRUNG TÂM", "CỘNG HÒA"], ["Số: 07/BC", "ngày 24"]],
                    [["STT", "Đơn vị"] + columns, ["1", "Sở Xây dựng"] + row],
                ]
                return try MonthCheck(store: desk.store, month: "2020-05")
                    .items(with: CheckedPapers(text: text, textTables: tables), at: Desk.now).filter(\.isOpen)
            }
            #expect(try items(received: "100", text: "Đã giải quyết 100 hồ sơ.").isEmpty)
            let found = try items(received: "110", text: "Đã giải quyết 10 hồ sơ.").map(\.finding)
            #expect(found.map(\.place) == ["Lời văn", "Phụ lục I trong lời văn · Sở Xây dựng"])
            #expect(found.map(\.expected) == ["100 hồ sơ", "100"])
            #expect(try items(received: "1O0").map(\.finding.stated) == ["1O0"])
        }
    }

    @Test("a printed table's finding has the same mark under every name of the file; a text has its limit")
    func marks() async throws {
        try await Desk.opened { desk in
            func marks(_ name: String) throws -> [String] {
                let file = ImportFile(name: name, bytes: Data("Đơn vị,Tổng số,Phí,Lệ phí\nA,5,3,1\n".utf8))
                return try MonthCheck(store: desk.store, month: "2020-05")
                    .items(with: CheckedPapers(tables: [file]), at: Desk.now).filter(\.isOpen).map(\.mark)
            }
            let first = try marks("a.csv")
            #expect(try first.count == 1 && marks("b.csv") == first)
            let long = String(repeating: "a", count: CheckedPapers.mostText + 1)
            #expect(throws: OfficeError.self) { try items(desk, text: long) }
        }
    }

    @Test("the body's sentence is held against the ratings of the month")
    func sentence() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            let text =
                "Trong tháng (từ ngày 1/5/2020 đến hết ngày 31/5/2020), Trung tâm ghi nhận 03 lượt đánh giá; trong đó "
                + "02 lượt hài lòng, chiếm 100%; không có lượt đánh giá không hài lòng."
            let wrong = try items(desk, text: text).filter(\.isOpen).map(\.finding)
            #expect(wrong.map(\.stated) == ["03"] && wrong.map(\.expected) == ["02"])
            #expect(try !items(desk, text: text.replacing("nhận 03", with: "nhận 2")).contains(where: \.isOpen))
        }
    }
}
