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
}
