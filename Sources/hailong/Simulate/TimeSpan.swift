import ArgumentParser

/// A length of time as people type it: `500ms`, `30s`, `5m`, `2h`; a bare number is seconds.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    init(seconds: Int) { duration = .seconds(seconds) }

    init?(argument: String) {
        let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3_600)]
        let unit = units.first { argument.hasSuffix($0.0) }
        let number = unit.map { String(argument.dropLast($0.0.count)) } ?? argument
        guard let value = Double(number), value.isFinite, value > 0 else { return nil }
        let seconds = value * (unit?.1 ?? 1)
        // The wire and its timers think in milliseconds; a year is for ever.
        guard seconds >= 0.001, seconds <= 366 * 86_400 else { return nil }
        duration = .milliseconds(Int64((seconds * 1_000).rounded()))
    }
}
