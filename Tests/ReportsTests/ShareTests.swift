import Foundation
import Ratings
import Testing

@testable import Reports

@Suite("Share") struct ShareTests {
    @Test("half-up reproduces the shares of Phụ lục II")
    func annexTwo() throws {
        let rows = try Fixture.rows("phu-luc-ii-totals")
        let counts = try rows[1].dropFirst().map { try #require(Int($0)) }
        let shares = try counts.map { try #require(Share($0, of: 995)).text(decimals: 2) }
        #expect(shares == Array(rows[2].dropFirst()))
    }

    @Test("half-up reproduces the shares of Phụ lục I, each on its own base")
    func annexOne() throws {
        let rows = try Fixture.rows("phu-luc-i-totals")
        var counts: [String: Int] = [:]
        for (name, text) in zip(rows[0], rows[1]).dropFirst() { counts[name] = Int(text) }
        let resolved = ["resolved_early", "resolved_on_time", "resolved_late"]
        let inProgress = ["in_progress_on_time", "in_progress_overdue"]
        for (name, printed) in zip(rows[0], rows[2]).dropFirst() {
            let base =
                resolved.contains(name)
                ? "resolved_total" : inProgress.contains(name) ? "in_progress_total" : "received_total"
            let (part, whole) = (try #require(counts[name]), try #require(counts[base]))
            #expect(Share(part, of: whole)?.text(decimals: 2) == printed, "\(name)")
        }
    }

    @Test(
        "a half is rounded up, and anything below it down",
        arguments: [
            (1, 8, 1, "12,5"), (1, 8, 0, "13"), (1, 16, 1, "6,3"), (1, 3, 2, "33,33"), (2, 3, 2, "66,67"),
            (1, 800, 2, "0,13"), (1, 200_000, 2, "0,00"), (1, 20_000, 2, "0,01"), (1, 20_001, 2, "0,00"),
            (0, 7, 2, "0,00"),
            (7, 7, 2, "100,00"), (7, 7, 0, "100"), (1, 32, 4, "3,1250"), (9_991, 10_000, 1, "99,9"),
            (9_995, 10_000, 1, "100,0"),
        ])
    func halfUp(part: Int, whole: Int, decimals: Int, text: String) throws {
        #expect(try #require(Share(part, of: whole)).text(decimals: decimals) == text)
    }

    @Test("no binary float decides: halves that doubles miss are rounded up")
    func exact() throws {
        #expect(try #require(Share(1_005, of: 100_000)).text(decimals: 2) == "1,01")
        #expect(try #require(Share(4_035, of: 100_000)).text(decimals: 2) == "4,04")
        #expect(try #require(Share(1_115, of: 10_000)).text(decimals: 1) == "11,2")
    }

    @Test("of nothing there is no share")
    func nothing() { #expect(Share(0, of: 0) == nil) }

    @Test("machines get a decimal point")
    func plain() throws { #expect(try #require(Share(168, of: 995)).plainText(decimals: 2) == "16.88") }

    @Test(
        "whole numbers have a dot at the thousands",
        arguments: [
            (0, "0"), (9, "9"), (995, "995"), (1_000, "1.000"), (12_746, "12.746"), (5_811_000, "5.811.000"),
            (-1_234, "-1.234"),
        ])
    func thousands(number: Int, text: String) { #expect(number.vietnamese == text) }
}
