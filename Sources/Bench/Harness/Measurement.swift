/// What was measured several times.
struct Measurement {
    private let sorted: [Double]

    /// Must not be empty.
    init(_ samples: [Double]) { sorted = samples.sorted() }

    init(_ samples: [Duration]) { self.init(samples.map { $0 / .seconds(1) }) }

    /// The middle one; of an even number, the mean of the middle two.
    var median: Double {
        guard !sorted.isEmpty else { return .nan }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    var lowest: Double { sorted.first ?? .nan }
    var highest: Double { sorted.last ?? .nan }
    var count: Int { sorted.count }

    /// The value below which this share of all lies.
    func percentile(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// The quotients of two that were taken in turns, pair by pair.
    static func ratio(_ above: [Double], _ below: [Double]) -> Measurement {
        Measurement(zip(above, below).map { $0 / $1 })
    }
}
