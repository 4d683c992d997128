import Foundation
import Ratings
import Reports
import Testing

@testable import Office
@testable import Store

@Suite("Issued is issued") struct ReportRequestTests {
    private static let month = "2020-05"
    private static let date = Day(number: 18_427)

    /// A desk with two ratings of May 2020 for Sở Xây dựng, on 15 June.
    private func opened(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.opened { desk in
            try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-05-01"), why: "lắp"))
            try await desk.press("0a", 0, at: "2020-05-14T08:00")
            try await desk.press("0a", 1, at: "2020-05-14T08:10")
            try await body(desk)
        }
    }

    @discardableResult
    private func submit(_ desk: Desk, isReplacement: Bool = false, isPreview: Bool = false) async throws -> OfficeReply
    {
        try await desk.ask(
            .submitReport(month: Self.month, isReplacement: isReplacement), isPreview: isPreview)
    }

    private func publish(
        _ desk: Desk, number: Int = 7, signer: String = "Lê An", signed: Data? = nil
    ) async throws -> OfficeReply {
        try await desk.ask(
            .publishReport(month: Self.month, number: number, date: Self.date, signer: signer, signed: signed))
    }

    /// The text that `report phu-luc-ii` gives of an edition; nil for a draft.
    private func text(_ desk: Desk, edition: Int? = nil) throws -> String? {
        let archive = ReportArchive(store: desk.store)
        return try archive.edition(edition, of: Self.month).map { edition in
            String(decoding: try archive.document("phu-luc-ii.txt", of: edition), as: UTF8.self)
        }
    }

    private func difference(_ desk: Desk, edition: Int? = nil) throws -> ReportDifference {
        let archive = ReportArchive(store: desk.store)
        let edition = try #require(try archive.edition(edition, of: Self.month))
        return try archive.difference(of: edition, at: Desk.now)
    }

    @Test("a draft keeps nothing; what goes to be signed is the same bytes whatever comes after")
    func frozen() async throws {
        try await opened { desk in
            #expect(try text(desk) == nil)
            let preview = try await submit(desk, isPreview: true)
            #expect(try !preview.isApplied && text(desk) == nil)
            let reply = try await submit(desk)
            #expect(
                reply.summary == [
                    "kỳ 2020-05 (từ 1/5/2020 đến 31/5/2020): chốt số liệu, trình ký bản 1, 2 lượt đánh giá, "
                        + "không có số liệu hồ sơ (Phụ lục I)"
                ])
            let kept = try #require(try text(desk))
            #expect(kept.contains("Sở Xây dựng"))
            try await desk.press("0a", 2, at: "2020-05-14T09:00")
            #expect(try text(desk) == kept)
            let edition = try #require(try ReportArchive(store: desk.store).edition(nil, of: Self.month))
            #expect(edition.documents.map(\.name) == ["phu-luc-ii.txt", "phu-luc-ii.csv"])
            let report = try ReportArchive(store: desk.store).report(edition)
            #expect(report.table.total.total == 2 && report.ledger == edition.ledger)
            #expect((report.paper.state, report.paper.number, report.paper.date) == (.forSignature, nil, nil))
            #expect(try desk.store.verify(against: []).findings.isEmpty)
            #expect(try Store.anchors(in: desk.store.folder.anchors).last?.reason == "report")
        }
    }

    @Test("what is issued has number, date and signer, is made of the frozen figures, and keeps what was signed")
    func issued() async throws {
        try await opened { desk in
            try await submit(desk)
            let signed = try #require(try text(desk))
            try await desk.press("0a", 2, at: "2020-05-14T09:00")
            let pdf = Data("%PDF-1.7 đã ký %%EOF".utf8)
            let reply = try await publish(desk, signed: pdf)
            #expect(
                reply.summary == [
                    "kỳ 2020-05, bản 1: đã ban hành, Báo cáo số 07/BC-TTHC ngày 14/6/2020, người ký Lê An, kèm tệp đã ký"
                ])
            #expect(try text(desk) == signed, "the terminal's table has neither number nor date")
            let archive = ReportArchive(store: desk.store)
            let edition = try #require(try archive.edition(nil, of: Self.month))
            #expect(edition.state == .issued && edition.issue?.recorded == Desk.now)
            #expect(try archive.document("da-ky.pdf", of: edition) == pdf)
            #expect(try edition.documents.allSatisfy { try !desk.store.document($0).isEmpty })
            #expect(try archive.issued(Self.month)?.table.total.total == 2 && archive.issued("2020-04") == nil)
            #expect(try desk.store.verify(against: []).findings.isEmpty)
        }
    }

    @Test("the documents of an issue are made of the frozen figures with its number, date and signer")
    func madeAnew() async throws {
        struct Named: DocumentMaking {
            var sentence: SentencePreset?

            func manner() -> ReportManner? { sentence.map { ReportManner(sentence: $0, template: nil) } }

            func documents(of report: FrozenReport) -> MadeDocuments {
                let paper = report.paper
                let text =
                    "\(paper.state.rawValue) \(paper.numberAndSign) \(paper.dateInWords) \(paper.signer ?? "") "
                    + "\(paper.replaces ?? "") \(report.table.total.total)"
                    + (report.manner.map { " \($0.sentence.rawValue)" } ?? "")
                return MadeDocuments([MadeDocument(name: "phu-luc-ii.txt", bytes: Data(text.utf8))])
            }
        }
        try await opened { desk in
            var making = Named(sentence: .levels)
            func ask(_ request: OfficeRequest) async throws {
                let office = Office(store: desk.store, documents: making)
                _ = try await office.perform(request, who: "văn thư", at: Desk.now)
            }
            try await ask(.submitReport(month: Self.month))
            #expect(try text(desk) == "for_signature ……/BC-TTHC ngày …… tháng …… năm ……   2 levels")
            // What hailong.yaml says from now on is for what is submitted from now on.
            making.sentence = .fiveColumns
            try await desk.press("0a", 2, at: "2020-05-14T09:00")
            try await ask(.publishReport(month: Self.month, number: 7, date: Self.date, signer: "Lê An"))
            #expect(try text(desk) == "issued 07/BC-TTHC ngày 14 tháng 6 năm 2020 Lê An  2 levels")
            try await ask(.submitReport(month: Self.month, isReplacement: true))
            #expect(
                try text(desk)?.hasSuffix("Báo cáo số 07/BC-TTHC ngày 14/6/2020 3 five-columns") == true)
        }
    }

    @Test("a late press marks the period as changed, with its cells and the sentence for the next report")
    func changedSince() async throws {
        try await opened { desk in
            try await submit(desk)
            _ = try await publish(desk)
            #expect(try difference(desk).isEmpty)
            #expect(try ReportArchive(store: desk.store).standings(at: Desk.now).map(\.isChanged) == [false])
            try await desk.press("0a", 2, at: "2020-05-14T09:00", input: "3", age: .seconds(3600))
            let changed = try difference(desk)
            #expect(changed.late == 1 && changed.later == 1)
            #expect(changed.lines.first == "Sở Xây dựng · Không hài lòng về nghiệp vụ nhân viên: 0 → 1")
            #expect(changed.notes == ["Bổ sung 01 lượt đánh giá của kỳ trước do thiết bị mất kết nối."])
            let standings = try ReportArchive(store: desk.store).standings(at: Desk.now)
            #expect(standings.map(\.period.name) == [Self.month])
            #expect(standings.map(\.isChanged) == [true] && standings.map(\.edition?.number) == [1])
        }
    }

    @Test("a press set aside and other days of the period are changes, too")
    func corrected() async throws {
        try await opened { desk in
            try await submit(desk)
            let key = PressKey(device: "0a", boot: 7, sequence: 0)
            try await desk.ask(.setAside([key], why: "thử"))
            #expect(try difference(desk).lines.first == "Sở Xây dựng · Hài lòng với dịch vụ: 2 → 1")
            try await desk.ask(.keep([key], why: "thử"))
            #expect(try difference(desk).isEmpty)
            try await desk.ask(
                .definePeriod(
                    name: Self.month, first: Day(number: 18_383), last: Day(number: 18_412), why: "kỳ 1–30"))
            #expect(try difference(desk).lines.first?.hasPrefix("Kỳ báo cáo: từ 1/5/2020") == true)
        }
    }

    @Test("a replacement is an edition of its own; the one before it is given out unchanged")
    func replacement() async throws {
        try await opened { desk in
            try await submit(desk)
            _ = try await publish(desk)
            let first = try text(desk)
            let needless = try await submit(desk, isReplacement: true, isPreview: true)
            #expect(needless.notes.contains(Words.nothingToCorrect))
            try await desk.press("0a", 2, at: "2020-05-14T09:00")
            let reply = try await submit(desk, isReplacement: true)
            #expect(reply.summary.first?.hasSuffix("thay thế Báo cáo số 07/BC-TTHC ngày 14/6/2020") == true)
            let archive = ReportArchive(store: desk.store)
            #expect(try archive.edition(nil, of: Self.month)?.replaces == 1)
            #expect(try archive.issued(Self.month)?.table.total.total == 2)
            _ = try await publish(desk, number: 9)
            #expect(try text(desk, edition: 1) == first)
            #expect(try text(desk, edition: 2) == text(desk) && text(desk) != first)
            #expect(try ReportArchive(store: desk.store).issued(Self.month)?.table.total.total == 3)
            #expect(ReportArchive(store: desk.store).reportInForce(of: Self.month)?.contains("09/BC-TTHC") == true)
        }
    }

    @Test("a submission that is withdrawn leaves a draft; its edition stays in the history")
    func withdrawn() async throws {
        try await opened { desk in
            try await submit(desk)
            let kept = try text(desk)
            #expect(try await desk.refusal(of: .withdrawReport(month: Self.month, why: " ")).first?.field == "why")
            try await desk.ask(.withdrawReport(month: Self.month, why: "thiếu một quầy"))
            #expect(try text(desk) == nil)
            #expect(try text(desk, edition: 1) == kept)
            try await submit(desk)
            #expect(try ReportArchive(store: desk.store).edition(nil, of: Self.month)?.number == 2)
            let change = try #require(try desk.store.changes().dropLast().last)
            #expect((change.action, change.why) == ("report withdraw", "thiếu một quầy"))
        }
    }

    @Test("steps that cannot be taken are refused with what to do, and nothing is kept")
    func refusals() async throws {
        try await opened { desk in
            let pdf = Data("%PDF-1.7 %%EOF".utf8)
            func why(_ request: OfficeRequest) async throws -> String? {
                try await desk.refusal(of: request).first?.why
            }
            #expect(try await why(.submitReport(month: "May")) == "no period")
            #expect(try await why(.submitReport(month: Self.month, isReplacement: true)) != nil)
            let publish = OfficeRequest.publishReport(month: Self.month, number: 7, date: Self.date, signer: "An")
            #expect(try await why(publish) == "nothing waits for a signature")
            #expect(try await why(.attachSigned(month: Self.month, signed: pdf)) == "no such edition was issued")
            try await submit(desk)
            #expect(try await why(.submitReport(month: Self.month)) == "edition 1 waits for its signature")
            #expect(
                try await why(.publishReport(month: Self.month, number: 7, date: Self.date, signer: " "))
                    == "nobody is named")
            let long = String(repeating: "a", count: 101)
            let tooLong = try await desk.refusal(
                of: .publishReport(month: Self.month, number: 7, date: Self.date, signer: long))
            #expect(tooLong.map(\.field) == ["signer"] && tooLong.first?.remedy.contains("more than 100") == true)
            #expect(
                try await why(
                    .publishReport(month: Self.month, number: 7, date: Self.date, signer: "An", signed: Data("PK".utf8))
                )
                    == "the file is no PDF")
            #expect(
                try await why(
                    .publishReport(month: Self.month, number: 7, date: Self.date.advanced(by: 9), signer: "An"))
                    == "is still to come")
            _ = try await self.publish(desk)
            #expect(try await why(.submitReport(month: Self.month)) == "edition 1 was issued, and is never altered")
            try await desk.ask(.attachSigned(month: Self.month, signed: pdf))
            let other = Data("%PDF-1.7 bản quét khác %%EOF".utf8)
            #expect(
                try await why(.attachSigned(month: Self.month, signed: other))
                    == "edition 1 has its signed document already")
            let corrected = try await desk.ask(
                .attachSigned(month: Self.month, signed: other, why: "lần trước nhầm tệp"))
            #expect(corrected.summary.first?.hasSuffix("thay cho da-ky.pdf, tệp trước vẫn được lưu") == true)
            let archive = ReportArchive(store: desk.store)
            let edition = try #require(try archive.edition(nil, of: Self.month))
            #expect(try desk.store.document(try #require(edition.issue?.signed)) == other)
            #expect(try archive.document("da-ky.pdf", of: edition) == pdf)
            #expect(try desk.store.verify(against: []).findings.isEmpty)
            #expect(throws: OfficeError.self) { try text(desk, edition: 5) }
        }
    }

    @Test("texts are frozen with the figures; what is still open is told, and the figures are frozen all the same")
    func texts() async throws {
        struct Unfinished: DocumentMaking {
            func manner() -> ReportManner? { nil }

            func documents(of report: FrozenReport) -> MadeDocuments {
                let isWritten = report.written?["kho_khan"] != nil
                return MadeDocuments([], open: isWritten ? [] : [.difficulties], onlyInWord: isWritten ? ["hình"] : [])
            }
        }
        try await opened { desk in
            let office = Office(store: desk.store, documents: Unfinished())
            func ask(_ request: OfficeRequest) async throws -> [String] {
                let reply = try await office.perform(request, who: "văn thư", at: Desk.now)
                return reply.notes
            }
            func frozen(_ period: String) throws -> FrozenReport? {
                let archive = ReportArchive(store: desk.store)
                return try archive.edition(nil, of: period).map(archive.report)
            }
            _ = try await ask(.writeTexts(month: "2020-04", texts: ["kho_khan": "Thiếu người."]))
            let open = try await ask(.submitReport(month: Self.month))
            #expect(open.contains { $0.contains("kho_khan [Nêu khó khăn") && $0.contains("report issue withdraw") })
            #expect(try frozen(Self.month)?.written == [:])
            #expect(try frozen(Self.month)?.last == ["kho_khan": "Thiếu người."])
            _ = try await ask(.withdrawReport(month: Self.month, why: "viết tiếp"))
            _ = try await ask(.writeTexts(month: Self.month, texts: ["kho_khan": "Không có."]))
            let whole = try await ask(.submitReport(month: Self.month))
            #expect(whole.contains { $0.hasSuffix("trong tệp mẫu có hình, chỉ Word thể hiện được") })
            #expect(!whole.contains { $0.contains("kho_khan") })
            #expect(try frozen(Self.month)?.written == ["kho_khan": "Không có."])
            _ = try await ask(.submitReport(month: "2020-Q2"))
            #expect(try frozen("2020-Q2")?.written == nil, "persons write into the report of a month")
        }
    }

    @Test("all tables of a period are frozen, Phụ lục I too; what was imported since is a difference")
    func allTables() async throws {
        try await opened { desk in
            func take(_ received: Int) async throws {
                let columns = DossierColumns.standard.columns.map(\.code).joined(separator: ",")
                let row = "SXD,\(received),0,\(received),\(received),\(received),0,0,0,0,0,0,0"
                let file = ImportFile(name: "ho-so.csv", bytes: Data("unit,\(columns)\n\(row)\n".utf8))
                try await desk.ask(.importDossiers(file, period: Self.month))
            }
            try await take(100)
            #expect(try await submit(desk).summary.first?.hasSuffix("2 lượt đánh giá, kèm Phụ lục I") == true)
            let archive = ReportArchive(store: desk.store)
            let edition = try #require(try archive.edition(nil, of: Self.month))
            let figures = try archive.report(edition).figures
            #expect(RowKind.allCases.allSatisfy { figures.table(by: $0)?.total.total == 2 })
            #expect(figures.hours?.total.total == 2 && figures.dossiers(by: .unit)?.total.first == 100)
            #expect(figures.others.allSatisfy { $0.notes.anchor?.ledger == edition.ledger })
            #expect(throws: OfficeError.self) { try archive.document("phu-luc-ii.odt", of: edition) }
            #expect(try difference(desk).isEmpty)
            try await take(97)
            let changed = try difference(desk)
            #expect(changed.table.isEmpty && changed.lines.contains("  Sở Xây dựng · \(Self.received): 100 → 97"))
            let below = try MonthCheck(store: desk.store, month: Self.month).items(at: Desk.now).map(\.finding)
            #expect(below.contains { $0.rule == .issued && $0.text == "97, bản 1 đã chốt là 100" })
        }
    }

    private static let received = "Số hồ sơ nhận giải quyết - Tổng số"

    @Test("a quarter is frozen as a month is; a year to date adds up what was issued, and names the other months")
    func otherPeriods() async throws {
        try await opened { desk in
            try await submit(desk)
            _ = try await publish(desk)
            try await desk.press("0a", 2, at: "2020-05-14T09:00")
            try await desk.press("0a", 3, at: "2020-04-14T09:00")
            let span = try #require(PeriodRule.span(named: "2020-YTD-05", in: desk.store.directory))
            let table = try PeriodTables.read(desk.store, of: span, at: Desk.now) { try $0.ratings(by: .unit) }
            #expect(table.total.total == 2, "May as it was reported; the box stood nowhere in April")
            #expect(table.notes.notIssued == ["2020-01", "2020-02", "2020-03", "2020-04"])
            let notes = NotesText.lines(table.notes, zone: .vietnam)
            #expect(notes.contains { $0.contains("chưa ban hành, lấy số liệu hiện có: tháng 1 năm 2020, ") })
            #expect(try await desk.refusal(of: .submitReport(month: "2020-YTD-05")).first?.field == "period")
            try await desk.ask(.submitReport(month: "2020-Q2"))
            let archive = ReportArchive(store: desk.store)
            let edition = try #require(try archive.edition(nil, of: "2020-Q2"))
            #expect(
                try archive.report(edition).table.total.total == 3
                    && archive.difference(of: edition, at: Desk.now).isEmpty)
            #expect(try archive.standings(at: Desk.now).contains { $0.period.name == "2020-Q2" && !$0.isChanged })
        }
    }

    @Test("a period is compared with what was reported of the earlier one, where it was; the table says so")
    func compared() async throws {
        try await opened { desk in
            try await desk.press("0a", 2, at: "2020-06-10T08:00")
            func comparison(_ period: String, _ basis: ComparisonTable.Basis) throws -> ComparisonTable {
                let span = try #require(PeriodRule.span(named: period, in: desk.store.directory))
                return try PeriodTables.read(desk.store, of: span, at: Desk.now, comparedWith: basis) { tables in
                    try #require(try tables.comparison(by: .unit))
                }
            }
            let open = try comparison("2020-06", .previous)
            #expect((open.now.total.total, open.then.total.total) == (1, 2))
            #expect(open.sheet.remarks == ["Kỳ trước: từ 1/5/2020 đến 31/5/2020, theo số liệu hiện có."])
            try await submit(desk)
            _ = try await publish(desk)
            try await desk.press("0a", 3, at: "2020-05-14T09:00")
            let reported = try comparison("2020-06", .previous)
            #expect((reported.now.total.total, reported.then.total.total) == (1, 2), "not the press that came late")
            #expect(
                reported.sheet.remarks == [
                    "Kỳ trước: từ 1/5/2020 đến 31/5/2020, theo Báo cáo số 07/BC-TTHC ngày 14/6/2020."
                ])
            #expect(try comparison("2021-05", .lastYear).then.total.total == 2)
            #expect(try comparison("2020-Q3", .previous).then.total.total == 4, "no report of the quarter was issued")
            let year = try comparison("2021-YTD-05", .lastYear)
            #expect(year.then.total.total == 2)
            #expect(year.sheet.remarks.first?.contains("hiện có: tháng 1 năm 2020, tháng 2 năm 2020") == true)
        }
    }

    @Test("a table by day has ten years at most; other rows have no such bound")
    func manyDays() async throws {
        try await opened { desk in
            func rows(_ years: Int, by kind: RowKind) throws -> Int {
                let first = try #require(Day(year: 2004, month: 1, day: 1))
                let last = try #require(Day(year: 2004 + years, month: 1, day: 1)).advanced(by: -1)
                return try PeriodTables.read(desk.store, of: PeriodSpan(days: first...last), at: Desk.now) { tables in
                    try tables.ratings(by: kind).rows.count
                }
            }
            let (days, units) = (try rows(10, by: .day), try rows(20, by: .unit))
            #expect((days, units) == (3_653, 2))
            #expect(throws: OfficeError.self) { try rows(11, by: .day) }
        }
    }

    @Test("a period that runs, and one without ratings, are frozen with a word about it")
    func notes() async throws {
        try await opened { desk in
            let running = try await desk.ask(.submitReport(month: "2020-06"), isPreview: true)
            #expect(running.notes.contains(Words.noRatings) && running.notes.contains { $0.contains("chưa kết thúc") })
            #expect(try await submit(desk).notes.allSatisfy { $0.hasPrefix("rà soát thấy 0 điểm sai") })
        }
    }
}
