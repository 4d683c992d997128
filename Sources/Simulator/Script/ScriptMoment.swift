/// A moment of a script.
struct ScriptMoment: Equatable {
    /// Moments of different forms cannot be told apart in time.
    enum Form: Equatable { case offset, local, zoned }

    var form: Form
    /// Milliseconds since the start, or since 1970 in its zone.
    var milliseconds: Int64

    init?(_ text: String) {
        if text.hasPrefix("+") {
            // A year of seconds is more than any script lasts.
            guard text.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
                let seconds = Double(text.dropFirst()), seconds <= 366 * 86_400
            else { return nil }
            form = .offset
            milliseconds = Int64((seconds * 1_000).rounded())
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, let day = Self.day(bytes), bytes[10] == UInt8(ascii: "T"),
            let hour = Self.number(bytes, 11, 2), bytes[13] == UInt8(ascii: ":"),
            let minute = Self.number(bytes, 14, 2), hour < 24, minute < 60
        else { return nil }
        var second: Int64 = 0
        var rest = bytes[16...]
        if rest.first == UInt8(ascii: ":") {
            guard let found = Self.number(bytes, 17, 2), found < 60 else { return nil }
            second = found
            rest = bytes[19...]
        }
        guard let offset = Self.offset(Array(rest)) else { return nil }
        form = rest.isEmpty ? .local : .zoned
        milliseconds = (day * 86_400 + hour * 3_600 + minute * 60 + second - offset) * 1_000
    }

    /// Days since 1970.
    private static func day(_ bytes: [UInt8]) -> Int64? {
        let dash = UInt8(ascii: "-")
        guard let year = number(bytes, 0, 4), bytes[4] == dash, let month = number(bytes, 5, 2), bytes[7] == dash,
            let day = number(bytes, 8, 2), (1...12).contains(month), day >= 1, day <= length(year, month)
        else { return nil }
        // Years begin in March here, so that the leap day is the last of a year.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(_ year: Int64, _ month: Int64) -> Int64 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Seconds east of Greenwich; 0 for `Z` or nothing.
    private static func offset(_ bytes: [UInt8]) -> Int64? {
        if bytes.isEmpty || bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, let sign = [UInt8(ascii: "+"): Int64(1), UInt8(ascii: "-"): -1][bytes[0]],
            let hours = number(bytes, 1, 2), bytes[3] == UInt8(ascii: ":"), let minutes = number(bytes, 4, 2),
            hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int64? {
        guard start + length <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[start..<start + length] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
