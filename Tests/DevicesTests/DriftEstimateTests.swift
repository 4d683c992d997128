import KioskProtocol
import Testing

@testable import Devices

@Suite("Drift of a box's clock")
struct DriftEstimateTests {
    private func sample(tick: UInt64, boot: UInt64 = 1, resets: UInt16 = 0, roundTrip: UInt64 = 4) -> LifeSample {
        LifeSample(
            roundTrip: roundTrip, now: 0, boot: boot, resets: resets, tick: tick,
            ring: RingReport(oldest: 0, next: 0, dropped: 0), isFull: false, hasStuckButton: false)
    }

    @Test("nothing is known before ten minutes")
    func tooShort() {
        var drift = DriftEstimate()
        drift.take(sample(tick: 0), host: .seconds(0))
        drift.take(sample(tick: 599_000), host: .seconds(599))
        #expect(drift.partsPerMillion == nil)
    }

    @Test("a clock that is 100 ppm fast measures as that, plus the round trips")
    func fast() {
        var drift = DriftEstimate()
        drift.take(sample(tick: 0), host: .seconds(0))
        drift.take(sample(tick: 1_000_100), host: .seconds(1000))
        #expect(drift.partsPerMillion == 108)
    }

    @Test("a reset, another boot or a jump begins the measurement anew")
    func begunAnew() {
        var drift = DriftEstimate()
        drift.take(sample(tick: 0), host: .seconds(0))
        drift.take(sample(tick: 700_000, resets: 1), host: .seconds(700))
        #expect(drift.partsPerMillion == nil)
        drift.take(sample(tick: 1_400_000, resets: 1), host: .seconds(1400))
        #expect(drift.partsPerMillion != nil)
        drift.take(sample(tick: 9_400_000, resets: 1), host: .seconds(2400))
        #expect(drift.partsPerMillion == nil)
        drift.take(sample(tick: 9_400_000, boot: 2), host: .seconds(3400))
        #expect(drift.partsPerMillion == nil)
    }
}
