import Ratings
import Store
import Testing

@testable import Upkeep

@Suite("Which backups stay") struct BackupRotationTests {
    private let ledger: UInt64 = 0x3e94_8921_3c19_3c48
    private let start = Day(number: 20_000)

    private func copy(_ day: Int, _ minutes: Int = 705, isDaily: Bool = true, ledger: UInt64? = nil) -> BackupName {
        let at = Zone.vietnam.instant(of: start.advanced(by: day), at: DayTime(minutes: minutes) ?? .midnight)
        return BackupName(ledger: ledger ?? self.ledger, at: at, isDaily: isDaily)
    }

    private func kept(_ copies: [BackupName], _ rotation: BackupRotation = BackupRotation()) -> [BackupName] {
        let expired = Set(rotation.expired(copies, of: ledger, in: .vietnam))
        return copies.filter { !expired.contains($0) }
    }

    @Test("of three years of days the last 30 stay, and the last one of each of 24 months")
    func threeYears() {
        let copies = (0..<1096).map { copy($0) }
        let kept = kept(copies)
        #expect(Array(kept.suffix(30)) == Array(copies.suffix(30)))
        let months = kept.map { Zone.vietnam.day(of: $0.at).civil }.map { $0.year * 12 + $0.month }
        #expect(Set(months).count == 24)
        for copy in kept.dropLast(30) {
            let day = Zone.vietnam.day(of: copy.at)
            #expect(day.advanced(by: 1).civil.month != day.civil.month, "\(day) is not the last of its month")
        }
    }

    @Test("letting go day by day leaves the same as letting go at once")
    func dayByDay() {
        var copies: [BackupName] = []
        for day in 0..<1096 { copies = kept(copies + [copy(day)]) }
        #expect(copies == kept((0..<1096).map { copy($0) }))
    }

    @Test("of one day the newest stays, and days without one cost none")
    func sparse() {
        let copies = [copy(0), copy(50), copy(100, 425), copy(100), copy(150)]
        #expect(kept(copies, BackupRotation(days: 4, months: 0)) == [copies[0], copies[1], copies[3], copies[4]])
    }

    @Test("copies made by hand and those of other ledgers stay")
    func others() {
        let copies = (0..<10).flatMap { [copy($0, isDaily: false), copy($0, ledger: 7), copy($0)] }
        let kept = kept(copies, BackupRotation(days: 1, months: 0))
        #expect(kept.count == 21)
        #expect(kept.filter { $0.isDaily && $0.ledger == BackupName.digits(ledger) } == [copy(9)])
    }
}
