import Foundation
import Ratings
import Testing

@testable import Office
@testable import Store

@Suite("Cases of dissatisfied ratings") struct CaseRequestTests {
    private static let happy = PressKey(device: "0a", boot: 7, sequence: 0)
    private static let unhappy = PressKey(device: "0a", boot: 7, sequence: 1)

    /// A desk with a satisfied and a dissatisfied rating for officer A.
    private func opened(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.opened { desk in
            try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-05-01"), why: "lắp"))
            try await desk.ask(
                .dutyStart(
                    counter: "Q01", officer: "A", since: Desk.moment("2020-06-15T07:00"),
                    until: Desk.moment("2020-06-15T11:00"), why: "trực"))
            try await desk.press("0a", 0, at: "2020-06-15T08:00")
            try await desk.press("0a", 1, at: "2020-06-15T08:10", input: "3")
            try await body(desk)
        }
    }

    private func close(
        _ press: PressKey, _ cause: ClosedCase.Cause?, officer: String? = nil
    ) -> OfficeRequest {
        .closeCase(press, cause: cause, officer: officer, why: "đã xác minh")
    }

    @Test("row 22: a cause with staff names the officer of the rating or another one, other causes name nobody")
    func causes() async throws {
        try await opened { desk in
            let reply = try await desk.ask(close(Self.unhappy, .staff))
            #expect(reply.summary == ["phản hồi \(Self.unhappy): đã xử lý, do cán bộ (Lê An)"])
            #expect(reply.movement.isEmpty)
            #expect(desk.store.directory.closedCases[Self.unhappy]?.officer == "A")
            try await desk.ask(close(Self.unhappy, .staff, officer: "B"))
            #expect(desk.store.directory.closedCases[Self.unhappy]?.officer == "B")
            try await desk.ask(close(Self.unhappy, .rules))
            #expect(desk.store.directory.closedCases[Self.unhappy] == ClosedCase(press: Self.unhappy, cause: .rules))
            try await desk.ask(close(Self.unhappy, nil))
            #expect(desk.store.directory.closedCases.isEmpty)
            #expect(try desk.store.changes().last?.action == "open case")
        }
    }

    @Test("a press that is not there, a satisfied one, an officer without fault or unknown, and no reason are refused")
    func refusals() async throws {
        try await opened { desk in
            let nowhere = PressKey(device: "0a", boot: 7, sequence: 9)
            let requests: [(OfficeRequest, field: String)] = [
                (close(nowhere, .rules), "press"), (close(Self.happy, .rules), "press"),
                (close(Self.unhappy, .rules, officer: "A"), "officer"),
                (close(Self.unhappy, .staff, officer: "Z"), "officer"),
                (.closeCase(Self.unhappy, cause: .rules, why: " "), "why"),
            ]
            for (request, field) in requests {
                let findings = try await desk.refusal(of: request)
                #expect(findings.first?.field == field, "\(findings)")
            }
            #expect(desk.store.directory.closedCases.isEmpty)
        }
    }
}
