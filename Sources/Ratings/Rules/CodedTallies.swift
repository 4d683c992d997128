/// Tallies as tables of rows take them: without hours and choices, and each code kept once. A large centre has hundreds of
/// thousands of them in a year.
public struct CodedTallies: Sendable {
    /// What a row of a table may stand for.
    public enum Part: Int, Sendable {
        /// Of the place.
        case unit, counter, officer, field
    }

    /// A code's place in the list of codes.
    public typealias CodeNumber = Int32

    private struct Cell {
        let day, count: Int32
        let column: Column
        let codes: SIMD4<CodeNumber>
    }

    /// The number of a part that is unknown.
    public static let unknown: CodeNumber = 0

    private var cells: [Cell] = []
    private var codes: [String?] = [nil]
    private var numbers: [String: CodeNumber] = [:]

    /// None.
    public init() {}

    /// These.
    public init(_ tallies: some Sequence<Tally>) {
        for tally in tallies {
            let key = tally.key
            add(
                day: Int32(clamping: key.day.number), unit: number(of: key.unit), counter: number(of: key.counter),
                officer: number(of: key.officer), field: number(of: key.field), column: key.column,
                count: Int32(clamping: tally.count))
        }
    }

    /// The number of a code, for `add`; the same for the same code.
    public mutating func number(of code: String?) -> CodeNumber {
        guard let code else { return Self.unknown }
        if let number = numbers[code] { return number }
        let number = CodeNumber(codes.count)
        codes.append(code)
        numbers[code] = number
        return number
    }

    /// Adds what was counted in a column, with the numbers of its place's codes.
    public mutating func add(
        day: Int32, unit: CodeNumber, counter: CodeNumber, officer: CodeNumber, field: CodeNumber, column: Column,
        count: Int32
    ) {
        cells.append(Cell(day: day, count: count, column: column, codes: SIMD4(unit, counter, officer, field)))
    }

    /// The sums of the days that are `meant`, by the code of a part; nil stands for an unknown one.
    public func counts(by part: Part, where isMeant: (Day) -> Bool) -> [String?: Counts] {
        var sums = [Counts?](repeating: nil, count: codes.count)
        each(isMeant) { cell in
            let number = Int(cell.codes[part.rawValue])
            if sums[number] == nil { sums[number] = Counts() }
            sums[number]?[cell.column] += Int(cell.count)
        }
        return Dictionary(uniqueKeysWithValues: zip(codes, sums).compactMap { code, sum in sum.map { (code, $0) } })
    }

    /// The sums of each day that is `meant`.
    public func countsByDay(where isMeant: (Day) -> Bool) -> [Day: Counts] {
        var sums: [Day: Counts] = [:]
        each(isMeant) { sums[Day(number: Int($0.day)), default: Counts()][$0.column] += Int($0.count) }
        return sums
    }

    /// Days are asked for once where cells stand by days.
    private func each(_ isMeant: (Day) -> Bool, _ body: (Cell) -> Void) {
        var last: (day: Int32, isMeant: Bool)?
        for cell in cells {
            if last?.day != cell.day { last = (cell.day, isMeant(Day(number: Int(cell.day)))) }
            if last?.isMeant == true { body(cell) }
        }
    }
}
