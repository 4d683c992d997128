import Foundation

/// How figures are written.
enum Format {
    /// A whole number with blanks between thousands.
    static func whole(_ value: Double) -> String {
        var digits = String(Int(value.rounded()))
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits] + parts).joined(separator: ",")
    }

    static func two(_ value: Double) -> String { String(format: "%.2f", value) }

    /// A time given in seconds, in the unit that suits it.
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<0.001: String(format: "%.0f µs", seconds * 1e6)
        case ..<0.1: String(format: "%.2f ms", seconds * 1e3)
        case ..<1: String(format: "%.0f ms", seconds * 1e3)
        default: String(format: "%.2f s", seconds)
        }
    }

    /// Median and spread of times.
    static func times(_ times: Measurement) -> String {
        "\(time(times.median)) (\(time(times.lowest)) to \(time(times.highest)))"
    }

    /// Median and spread of rates.
    static func rates(_ rates: Measurement) -> String {
        "\(whole(rates.median)) (\(whole(rates.lowest)) to \(whole(rates.highest)))"
    }

    /// Median and spread of ratios.
    static func ratios(_ ratios: Measurement) -> String {
        "\(two(ratios.median)) (\(two(ratios.lowest)) to \(two(ratios.highest)))"
    }
}
