/// How often what goes wrong in one run; times in milliseconds, 0 for never. Rates are "once in so many".
struct FaultProfile {
    var byteDropped: UInt64 = 0
    var bitFlipped: UInt64 = 0
    var chunkRepeated: UInt64 = 0
    var garbage: UInt64 = 0
    var spike: UInt64 = 0
    var latency: UInt64 = 2
    var commitLatency: UInt64 = 2
    var press: UInt64 = 0
    var burst: UInt64 = 0
    var torn: UInt64 = 0
    var warmReset: UInt64 = 0
    var coldStart: UInt64 = 0
    var hostRestart: UInt64 = 0
    var restore: UInt64 = 0
    var cableCut: UInt64 = 0
    var renewal: UInt64 = 0

    static let none = FaultProfile()

    init() {}

    /// A profile where every kind of fault is absent, rare or frequent by itself.
    init(_ chance: inout SplitMix) {
        func pick(_ choices: [UInt64], _ chance: inout SplitMix) -> UInt64 {
            choices[Int(chance.below(UInt64(choices.count)))]
        }
        byteDropped = pick([0, 20_000, 2_000, 300], &chance)
        bitFlipped = pick([0, 20_000, 2_000, 300], &chance)
        chunkRepeated = pick([0, 500, 50, 10], &chance)
        garbage = pick([0, 1_000, 100], &chance)
        spike = pick([0, 1_000, 200, 50], &chance)
        latency = pick([1, 5, 40], &chance)
        commitLatency = pick([1, 20, 200, 1_500], &chance)
        press = pick([400, 2_000, 10_000, 30_000], &chance)
        burst = pick([0, 60_000, 20_000], &chance)
        torn = pick([0, 200, 20], &chance)
        warmReset = pick([0, 120_000, 30_000, 6_000], &chance)
        coldStart = pick([0, 0, 300_000, 60_000], &chance)
        hostRestart = pick([0, 200_000, 40_000], &chance)
        restore = pick([0, 0, 400_000, 120_000], &chance)
        cableCut = pick([0, 200_000, 60_000], &chance)
        renewal = pick([0, 0, 200_000], &chance)
    }
}
