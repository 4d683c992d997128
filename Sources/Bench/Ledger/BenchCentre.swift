import Foundation
import Ratings

/// The centre in which everything is measured: 200 boxes, each at a counter with an officer, for 20 units.
enum BenchCentre {
    static let boxes = 200
    static let units = 20
    /// One for each button.
    static let columns = ColumnSet.phuLucII.columns
    /// Vietnam has had this offset since 1975.
    static let zoneOffset: Int64 = 7 * 3_600_000
    /// When its directory begins.
    static let since = Instant(milliseconds: 315_532_800_000)  // 1980

    /// UID of box `number`, from 0.
    static func uid(_ number: Int) -> [UInt8] {
        [0xBE, 0xAC, 0, 0, 0, 0, UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }

    /// UID of box `number` as the ledger writes it.
    static func device(_ number: Int) -> String { uid(number).map { String(format: "%02x", $0) }.joined() }
    static func counter(_ number: Int) -> String { "Q\(number)" }
    static func officer(_ number: Int) -> String { "C\(number)" }
    static func unit(_ number: Int) -> String { "U\(number % units)" }

    /// Boxes press as fast as they can, and every press counts.
    static var records: [StoredRecord] {
        get throws {
            let choices = columns.enumerated().map { index, column in
                RatingScale.Choice(
                    input: "\(index + 1)", code: column.rawValue, column: column, vietnamese: "", english: "")
            }
            var records = [
                try StoredRecord(RatingScale(code: "five", since: since, choices: choices)),
                try StoredRecord(Setting(name: .minimumInterval, since: since, value: "0")),
            ]
            for number in 0..<units {
                let code = unit(number)
                records.append(
                    try StoredRecord(AdministrativeUnit(code: code, name: code, order: number, since: since)))
            }
            for number in 0..<boxes {
                let counter = counter(number)
                records += [
                    try StoredRecord(Counter(code: counter, name: counter, units: [unit(number)], since: since)),
                    try StoredRecord(Assignment(box: device(number), counters: [counter], since: since)),
                    try StoredRecord(
                        Duty(counter: counter, officer: officer(number), since: since, source: .roster)),
                ]
            }
            return records
        }
    }
}
