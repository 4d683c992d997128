import Foundation

/// What `make soak` was asked for.
struct SoakSettings {
    /// Rounds begin within so many minutes.
    var minutes: Double
    /// What all that is random follows from.
    var seed: UInt64
    /// The rounds to run.
    var rounds: ClosedRange<Int>

    /// By the environment; nil where nobody asked.
    static let asked: SoakSettings? = {
        let environment = ProcessInfo.processInfo.environment
        guard let minutes = environment["HAILONG_SOAK_MINUTES"].flatMap(Double.init) else { return nil }
        let seed = environment["HAILONG_SOAK_SEED"].flatMap(UInt64.init) ?? .random(in: 1...999_999)
        let round = environment["HAILONG_SOAK_ROUND"].flatMap(Int.init)
        return SoakSettings(minutes: minutes, seed: seed, rounds: round.map { $0...$0 } ?? 1...Int.max)
    }()

    /// How to run a round again.
    func rerun(_ round: Int) -> String { "Again: make soak SEED=\(seed) ROUND=\(round)" }
}
