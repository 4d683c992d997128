import KioskProtocol
import Ratings

/// How fast a box's clock runs against the host's, from heartbeats.
struct DriftEstimate {
    /// Samples nearer than this tell nothing useful.
    static let shortestSpan = Duration.seconds(600)

    private struct Point {
        var boot: UInt64
        var resets: UInt16
        var tick: UInt64
        var host: Duration
        var roundTrip: Duration
    }

    private var first: Point?
    /// Drift in parts per million, rounded up with the round trips as margin; nil until measured.
    private(set) var partsPerMillion: Int?

    /// Takes a sample answered at boot-time `host`.
    mutating func take(_ sample: LifeSample, host: Duration) {
        let roundTrip = Duration.milliseconds(Int64(clamping: sample.roundTrip))
        let point = Point(
            boot: sample.boot, resets: sample.resets, tick: sample.tick, host: host, roundTrip: roundTrip)
        guard let first, first.boot == point.boot, first.resets == point.resets, point.tick >= first.tick else {
            first = point
            partsPerMillion = nil
            return
        }
        let span = (point.host - first.host).inMilliseconds
        guard span >= Self.shortestSpan.inMilliseconds else { return }
        let ticks = Int64(clamping: point.tick - first.tick)
        let margin = (point.roundTrip + first.roundTrip).inMilliseconds
        let error = abs(ticks - span) + margin
        guard error < span / 50 else {
            // Beyond what a working clock can do: a host that slept, a clock that was stepped.
            self.first = point
            partsPerMillion = nil
            return
        }
        partsPerMillion = Int((error * 1_000_000 + span - 1) / span)
    }
}
