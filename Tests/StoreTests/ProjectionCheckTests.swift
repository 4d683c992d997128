import Ratings
import Testing

@testable import Store

@Suite("verify: what is derived") struct ProjectionCheckTests {
    private func bench() async throws -> Bench {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(1, 10), Sample.press(0, 0, box: "b2"))
        #expect(try bench.findings() == [])
        return bench
    }

    @Test("a press without a rating and a rating without a press are found")
    func ratings() async throws {
        let bench = try await bench()
        try bench.tamper("UPDATE rating SET position = 77 WHERE position = 3")
        #expect(try bench.findings() == [.ratings(missing: 1, extra: 1)])
        try bench.tamper("DELETE FROM rating WHERE position = 77")
        #expect(try bench.findings() == [.ratings(missing: 1, extra: 0), .tallies(cells: 1)])
    }

    @Test("a cell that is not what the ratings add up to is found: too much, too little, lost and made up")
    func tallies() async throws {
        for sql in [
            "UPDATE tally SET count = count + 1 WHERE counter = 'Q1'",
            "UPDATE tally SET count = 0 WHERE counter = 'Q1'",
            "DELETE FROM tally WHERE counter = 'Q2'",
            "INSERT INTO tally SELECT generation, day + 1, hour, unit, counter, officer, field, choice, column_name, 5 "
                + "FROM tally WHERE counter = 'Q2'",
        ] {
            let bench = try await bench()
            try bench.tamper(sql)
            #expect(try bench.findings() == [.tallies(cells: 1)], "\(sql)")
        }
    }

    @Test(
        "numbers as far out as can be are a finding, and reproject mends them",
        arguments: [
            ("UPDATE tally SET count = 9223372036854775807 WHERE counter = 'Q1'", 1),
            ("UPDATE tally SET count = -9223372036854775808 WHERE counter = 'Q1'", 1),
            ("UPDATE tally SET count = 9223372036854775807", 2),
            ("UPDATE tally SET day = 9223372036854775807 WHERE counter = 'Q2'", 2),
            ("UPDATE tally SET day = -9223372036854775808 WHERE counter = 'Q2'", 2),
            ("UPDATE tally SET hour = -9223372036854775808 WHERE counter = 'Q2'", 2),
            ("UPDATE hour_sum SET satisfied_service = -9223372036854775808", 1),
            ("UPDATE officer_sum SET satisfied_service = 9223372036854775807", 1),
            ("UPDATE hour_sum SET span = 9223372036854775807, weekday = -9223372036854775808", 2),
            ("UPDATE rating SET moment = 9223372036854775807 WHERE position = 4", 2),
            ("UPDATE rating SET moment = -9223372036854775808 WHERE position = 4", 2),
        ])
    func extremes(sql: String, cells: Int) async throws {
        let bench = try await bench()
        try bench.tamper(sql)
        #expect(try bench.findings() == [.tallies(cells: cells)])
        #expect(try await !bench.store.reproject().isEmpty)
        #expect(try bench.findings() == [])
    }

    @Test("a generation as far out as can be is a finding, and reproject mends it")
    func lastGeneration() async throws {
        let bench = try await bench()
        try bench.tamper("UPDATE meta SET generation = 9223372036854775807, widest_uncertainty = -9223372036854775808")
        #expect(try bench.findings() == [.ratings(missing: 3, extra: 0)])
        #expect(try await bench.store.reproject().ratings == 3)
        #expect(try bench.findings() == [])
    }

    @Test("a rating that holds a text where a number belongs is damage, also to a press that moves it")
    func otherType() async throws {
        let bench = try await Bench()
        try await bench.take(Sample.press(0), Sample.press(2, 20))
        try bench.tamper("UPDATE rating SET uncertainty = 'x' WHERE position = 3")
        let error = await #expect(throws: StoreError.self) { try await bench.take(Sample.press(1, 10)) }
        guard case .damaged = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a lost rating is told by reproject, and mended")
    func mended() async throws {
        let bench = try await bench()
        try bench.tamper("DELETE FROM rating WHERE position = 3")
        #expect(try await bench.store.reproject(isRehearsal: true).ratings == 1)
        #expect(try await bench.store.reproject().ratings == 1)
        #expect(try bench.findings() == [])
    }

    @Test("a store opened for checking is verified though its directory cannot be read")
    func checking() async throws {
        let bench = try await bench()
        try bench.tamper("UPDATE record SET body = 'nonsense' WHERE kind = 'scale'")
        try bench.store.close()
        #expect(throws: StoreError.self) { try Store(reading: bench.folder) }
        let store = try Store(checking: bench.folder)
        #expect(try store.verify(against: []).findings == [.record(kind: "scale", key: Sample.scale.key)])
        try store.close()
    }

    @Test("a store without its own name is damaged, and without a file there is nothing to check")
    func meta() async throws {
        let bench = try await bench()
        try bench.tamper("DELETE FROM meta")
        try bench.store.close()
        #expect(throws: StoreError.damaged(path: bench.folder.database, reason: "its row 'meta' is missing")) {
            try Store(checking: bench.folder)
        }
        let nowhere = DataDirectory(Bench.newPath())
        #expect(throws: StoreError.noDatabase(path: nowhere.database)) { try Store(checking: nowhere) }
    }
}
