import Ratings

/// The presses of a centre over years: 20 boxes, 20,000 presses in every 30 days, from 8 to 17 o'clock, the last one
/// before 2025.
struct MadeYears {
    static let boxes = 20
    static let pressesPerMonth = 20_000
    static let daysPerMonth = 30
    private static let pressesPerDay = 667
    private static let workingDay: Int64 = 9 * 3_600_000
    private static let end = Day(number: 20_089)  // 2025-01-01

    let presses: Int

    private var months: Int { (presses + Self.pressesPerMonth - 1) / Self.pressesPerMonth }
    private var firstDay: Day { Self.end.advanced(by: -months * Self.daysPerMonth) }

    /// All days that have presses.
    var days: ClosedRange<Day> { firstDay...Self.end.advanced(by: -1) }

    /// The days of the last month.
    var lastMonth: ClosedRange<Day> { Self.end.advanced(by: -Self.daysPerMonth)...Self.end.advanced(by: -1) }

    subscript(index: Int) -> MadePress {
        let (month, inMonth) = index.quotientAndRemainder(dividingBy: Self.pressesPerMonth)
        let (day, inDay) = inMonth.quotientAndRemainder(dividingBy: Self.pressesPerDay)
        let number = Int64(firstDay.number + month * Self.daysPerMonth + day)
        let time = 8 * 3_600_000 + Int64(inDay) * Self.workingDay / Int64(Self.pressesPerDay)
        let (sequence, box) = index.quotientAndRemainder(dividingBy: Self.boxes)
        // A step that has no factor in common with the boxes, or each box would know one button only.
        return MadePress(
            box: box, boot: 1, sequence: Int64(sequence), tick: Int64(sequence) * 4000,
            choice: MadePress.choice(index / 7), wall: number * 86_400_000 - BenchCentre.zoneOffset + time)
    }
}
