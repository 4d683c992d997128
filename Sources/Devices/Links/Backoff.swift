/// How long to wait before a port is opened again: doubling, jittered, never giving up.
struct Backoff {
    /// The first pause.
    static let shortest = Duration.milliseconds(100)
    /// The longest pause.
    static let longest = Duration.seconds(10)

    private var step = Backoff.shortest

    /// The next pause: between half of the step and all of it, by `random` in 0..<1.
    mutating func next(random: Double = .random(in: 0..<1)) -> Duration {
        defer { step = min(step * 2, Self.longest) }
        return step * (0.5 + random / 2)
    }

    /// Begins anew, after a link that worked or a port that came back.
    mutating func reset() { step = Self.shortest }
}
