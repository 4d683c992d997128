import Foundation
import Office
import Ratings
import Store
import Testing

@Suite("What changes on paper though no rating moves")
struct PrintedMovementTests {
    private func pressed(_ desk: Desk) async throws {
        try await desk.ask(.boxAssign(uid: "0a", counters: ["Q01"], since: Desk.moment("2020-06-01"), why: "x"))
        try await desk.press("0a", 0, at: "2020-06-15T08:00")
    }

    @Test("a merger tells which rows of which period it changes")
    func merger() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            let file = ImportFile(
                name: "units.csv",
                bytes: Data(
                    """
                    code,name,order,since,until,successors
                    SXD,Sở Xây dựng,1,2019-01-01,2020-06-10,SYT

                    """.utf8))
            let preview = try await desk.ask(.importFiles([file]), isPreview: true)
            #expect(preview.movement.contains("bảng in kỳ 2020-06: Sở Y tế: 0 → 1; không còn dòng Sở Xây dựng"))
        }
    }

    @Test("the number of decimals tells the periods whose shares it changes")
    func decimals() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            let request = OfficeRequest.set(.decimals, value: "1", since: Desk.moment("2019-01-01"), why: "mẫu mới")
            let preview = try await desk.ask(request, isPreview: true)
            #expect(preview.movement.contains("bảng in kỳ 2020-06: số chữ số thập phân 2 → 1"))
        }
    }

    @Test("a zone from a later day on moves nothing before it")
    func zoneIsDated() async throws {
        try await Desk.opened { desk in
            try await pressed(desk)
            let request = OfficeRequest.set(
                .zone, value: "Europe/London", since: Desk.moment("2030-01-01"), why: "thử")
            #expect(try await desk.ask(request, isPreview: true).movement.isEmpty)
            let now = OfficeRequest.set(.zone, value: "Europe/London", since: Desk.moment("2019-01-01"), why: "thử")
            #expect(try await !desk.ask(now, isPreview: true).movement.isEmpty)
        }
    }
}
