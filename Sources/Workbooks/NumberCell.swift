import Ratings

/// Reads the number of a cell as what it is shown as.
struct NumberCell {
    var countsFrom1904: Bool

    func cell(_ text: String, _ format: NumberFormat) -> Cell {
        // "0x10" and "nan" are numbers to Swift alone.
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite
        else { return .fault(.unreadable(text)) }
        switch format {
        case .date: return date(value) ?? .fault(.unreadable(text))
        case .number: return number(value, text)
        case .padded(let width):
            guard case .number(let digits) = number(value, text), value >= 0, !digits.contains(".") else {
                return number(value, text)
            }
            return .text(String(repeating: "0", count: max(0, width - digits.count)) + digits)
        }
    }

    private func number(_ value: Double, _ text: String) -> Cell {
        guard value == value.rounded() else { return .number("\(value)") }
        // A spreadsheet keeps 15 digits: of a longer code the rest has become zeros.
        guard abs(value) < 1e15 else { return .fault(.tooManyDigits(text)) }
        return .number(String(Int64(value)))
    }

    private func date(_ serial: Double) -> Cell? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let time = Self.time(seconds)
        if serial < 1 { return .date(time) }
        // Excel has a 29 February 1900 as day 60.
        let first = countsFrom1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
        guard countsFrom1904 || days > 60, let day = first?.advanced(by: days) else { return nil }
        return .date(seconds == 0 ? "\(day)" : "\(day) \(time)")
    }

    private static func time(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let text = two(seconds / 3600) + ":" + two(seconds / 60 % 60)
        return seconds % 60 == 0 ? text : text + ":" + two(seconds % 60)
    }
}
