/// What came of pressing as fast as receipts allow.
struct Rush {
    let began: ContinuousClock.Instant
    private let cpuBefore: Duration
    private let acknowledgedBefore: Int
    /// Presses acknowledged within the time.
    private(set) var acknowledged = 0
    private(set) var seconds = 0.0
    /// Share of one core that the boxes took.
    private(set) var ownShare = 0.0

    init(began: ContinuousClock.Instant, acknowledged: Int, cpu: Duration) {
        self.began = began
        cpuBefore = cpu
        acknowledgedBefore = acknowledged
    }

    mutating func finish(acknowledged: Int, cpu: Duration) {
        self.acknowledged = acknowledged - acknowledgedBefore
        seconds = began.duration(to: .now) / .seconds(1)
        ownShare = (cpu - cpuBefore) / .seconds(1) / seconds
    }

    /// Presses a second.
    var rate: Double { Double(acknowledged) / seconds }
}
