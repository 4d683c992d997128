import Foundation
import Ratings
import Testing

@testable import Office
@testable import Store

@Suite("What persons write into a report is kept") struct TextsRequestTests {
    private static let month = "2020-05"

    private func write(_ texts: [String: String]) -> OfficeRequest { .writeTexts(month: Self.month, texts: texts) }

    @Test("texts are kept clean, replaced whole, and told field by field; no figure moves")
    func kept() async throws {
        try await Desk.opened { desk in
            let first = try await desk.ask(
                write(["kho_khan": " Đường truyền chậm.\r\n\n Thiếu người. ", "kien_nghi": " "]))
            #expect(first.summary == ["Khó khăn, vướng mắc: ghi “Đường truyền chậm. / Thiếu người.”"])
            #expect(first.movement.isEmpty)
            #expect(
                desk.store.directory.texts[Self.month]?.texts == ["kho_khan": "Đường truyền chậm.\nThiếu người."])
            let second = try await desk.ask(write(["phuong_huong": "Tiếp tục."]))
            #expect(second.summary.count == 2)
            #expect(desk.store.directory.texts[Self.month]?.texts == ["phuong_huong": "Tiếp tục."])
            let before = try desk.store.changes().count
            try await desk.ask(write(["phuong_huong": "Tiếp tục. "]))
            #expect(try desk.store.changes().count == before)
            #expect(try desk.store.changes().last?.action == "write texts")
        }
    }

    @Test("fields that nobody writes, no month, too much text and control characters are refused")
    func refusals() async throws {
        try await Desk.opened { desk in
            let requests: [(OfficeRequest, words: String)] = [
                (write(["tong_luot": "995"]), "no field"), (.writeTexts(month: "x", texts: [:]), "no period"),
                (write(["kho_khan": String(repeating: "a", count: 20_001)]), "20001"),
                (write(["kho_khan": "a\u{7}"]), "control"),
            ]
            for (request, words) in requests {
                let findings = try await desk.refusal(of: request)
                #expect(findings.first?.why.contains(words) == true, "\(findings)")
            }
        }
    }

    @Test("the words of a submitted report stay as they are, until it is withdrawn or another is to replace it")
    func frozen() async throws {
        try await Desk.opened { desk in
            let replacing = OfficeRequest.writeTexts(
                month: Self.month, texts: ["kho_khan": "Đường truyền chậm."], isReplacement: true)
            func why(_ request: OfficeRequest) async throws -> String? {
                try await desk.refusal(of: request).first?.why
            }
            #expect(try await why(replacing) == "nothing was issued that could be replaced")
            try await desk.ask(.submitReport(month: Self.month))
            for request in [write([:]), replacing] {
                #expect(try await why(request) == "edition 1 waits for its signature")
            }
            try await desk.ask(.withdrawReport(month: Self.month, why: "viết lại"))
            try await desk.ask(write(["kho_khan": "Không có."]))
            try await desk.ask(.submitReport(month: Self.month))
            try await desk.ask(
                .publishReport(month: Self.month, number: 7, date: Day(number: 18_427), signer: "Lê An"))
            #expect(try await why(write([:])) == "edition 2 was issued, and is never altered")
            try await desk.ask(replacing)
            try await desk.ask(.submitReport(month: Self.month, isReplacement: true))
            #expect(try await why(replacing) == "edition 3 waits for its signature")
            let archive = ReportArchive(store: desk.store)
            let written = try archive.editions(of: Self.month).map { try archive.report($0).written?["kho_khan"] }
            #expect(written == [nil, "Không có.", "Đường truyền chậm."])
        }
    }
}
