/// What presses of one transaction add to tallies and sums.
struct MadeCounts {
    /// One officer sits at each box, at a counter of one unit.
    struct Cell: Hashable {
        /// Hours since 1970, local time.
        var hour: Int64
        var box, choice: Int
    }
    struct Hour: Hashable {
        var span, weekday, hour: Int64
    }
    struct Officer: Hashable {
        var span: Int64
        var box: Int
    }

    private(set) var cells: [Cell: Int64] = [:]
    /// By the number of the column.
    private(set) var hours: [Hour: SIMD8<Int64>] = [:]
    private(set) var officers: [Officer: SIMD8<Int64>] = [:]

    mutating func add(_ press: MadePress) {
        let hour = (press.wall + BenchCentre.zoneOffset) / 3_600_000
        let day = hour / 24
        cells[Cell(hour: hour, box: press.box, choice: press.choice), default: 0] += 1
        let key = Hour(span: day / 28, weekday: (day + 3) % 7 + 1, hour: hour % 24)
        hours[key, default: .zero][press.choice] += 1
        officers[Officer(span: day / 28, box: press.box), default: .zero][press.choice] += 1
    }
}
