import Ratings
import Store

/// Which of the service's copies stay: the newest of each of the last days that have one, and the newest of each of the
/// last months that have one. Days on which the machine was off cost no copy.
public struct BackupRotation: Hashable, Sendable {
    /// How many days.
    public var days: Int
    /// How many months.
    public var months: Int

    /// A rotation.
    public init(days: Int = 30, months: Int = 24) {
        self.days = days
        self.months = months
    }

    /// Those of `copies` that may go. Copies that somebody made by hand, and those of other ledgers, stay.
    public func expired(_ copies: [BackupName], of ledger: UInt64, in zone: Zone) -> [BackupName] {
        let own = copies.filter { $0.isDaily && $0.ledger == BackupName.digits(ledger) }.sorted { $0.at > $1.at }
        var (keptDays, keptMonths): (Set<Day>, Set<Int>) = ([], [])
        return own.filter { copy in
            let day = zone.day(of: copy.at)
            let month = day.civil.year * 12 + day.civil.month
            let isOfItsDay = keptDays.count < days && keptDays.insert(day).inserted
            let isOfItsMonth = keptMonths.count < months && keptMonths.insert(month).inserted
            return !isOfItsDay && !isOfItsMonth
        }
    }
}
