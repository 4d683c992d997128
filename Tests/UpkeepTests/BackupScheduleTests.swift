import Ratings
import Testing

@testable import Upkeep

@Suite("When a backup is due") struct BackupScheduleTests {
    private let schedule = BackupSchedule(at: DayTime(minutes: 11 * 60 + 45) ?? .midnight)

    private func isDue(last: String?, now: String) throws -> Bool {
        func instant(_ text: String) throws -> Instant { try #require(MomentText.parse(text, in: .vietnam)) }
        return schedule.isDue(last: try last.map(instant), now: try instant(now), in: .vietnam)
    }

    @Test(
        "once a day from the set time on, and at once where one was missed",
        arguments: [
            (nil, "2026-11-21T07:05", true),
            ("2026-11-20T11:45", "2026-11-21T07:05", false),
            ("2026-11-20T11:45", "2026-11-21T11:44", false),
            ("2026-11-20T11:45", "2026-11-21T11:45", true),
            ("2026-11-21T11:45", "2026-11-21T16:59", false),
            // Off for a weekend, and on a day at whose noon the machine was off.
            ("2026-11-20T11:45", "2026-11-23T07:05", true),
            ("2026-11-23T07:05", "2026-11-23T11:44", false),
            ("2026-11-23T07:05", "2026-11-23T11:45", true),
            ("2026-11-20T11:44", "2026-11-21T07:05", true),
            // A day ends where the centre's does, which is 17:00 in UTC.
            ("2026-11-21T23:59", "2026-11-22T00:01", false),
        ])
    func due(last: String?, now: String, isDue: Bool) throws {
        #expect(try self.isDue(last: last, now: now) == isDue)
    }
}
