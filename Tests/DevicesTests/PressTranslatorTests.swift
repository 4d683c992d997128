import KioskProtocol
import Ratings
import Testing

@testable import Devices

@Suite("From a report of the link to a press of the ledger")
struct PressTranslatorTests {
    private let clock = FixedClock().read()

    private func press(
        _ translator: PressTranslator, resetsThen: UInt16 = 3, resetsNow: UInt16 = 3, invitation: UInt32 = 0
    ) throws -> Press {
        let record = PressRecord(sequence: 9, button: 0, resets: resetsThen, tick: 1000, invitation: invitation)
        let report = PressReport(ticket: 1, boot: 5, record: record, tick: 61_000, resets: resetsNow, isRepeat: false)
        guard case .press(let press, nil) = translator.press(report, at: clock) else { throw CancellationError() }
        return press
    }

    @Test("row 14: the age is what the box's own ticks say")
    func age() throws {
        let press = try press(PressTranslator(device: "aa", ringSurvivesPowerLoss: false, lastHeard: nil))
        #expect(press.arrival.age == .seconds(60))
        #expect(press.arrival.timeLost == .zero)
        #expect(press.arrival.roundTrip == .seconds(1))
        #expect(press.key == PressKey(device: "aa", boot: 5, sequence: 9))
        #expect(press.input == "1")
        #expect(press.invitation == nil)
    }

    @Test("each warm reset in between may have lost 2 s")
    func resets() throws {
        let press = try press(
            PressTranslator(device: "aa", ringSurvivesPowerLoss: false, lastHeard: nil), resetsNow: 5, invitation: 8)
        #expect(press.arrival.resetsSince == 2)
        #expect(press.arrival.timeLost == .seconds(4))
        #expect(press.invitation == 8)
    }

    @Test("a ring that outlives a power cut may have been dark since it was last heard")
    func dark() throws {
        let heard = clock.wall - .seconds(3600)
        let press = try press(
            PressTranslator(device: "aa", ringSurvivesPowerLoss: true, lastHeard: heard), resetsNow: 4)
        #expect(press.arrival.timeLost == .seconds(3540))
    }

    @Test("a status counts buttons as people do, and tells the start by the host's clock")
    func health() {
        let status = BoxStatus(
            uptime: 90_000, cause: .watchdog, resets: 3, ringDepth: 2, ringCapacity: 64, badFrames: 5, resends: 6,
            stuckButtons: 0b1000_0000_0000_0101)
        let health = BoxHealth(status, at: FixedClock.wall)
        #expect(health.stuckButtons == [1, 3, 16])
        #expect(health.started == FixedClock.wall - .seconds(90))
        #expect((health.resetCause, health.resets) == ("watchdog", 3))
        #expect((health.ringDepth, health.ringCapacity, health.badFrames, health.resends) == (2, 64, 5, 6))
    }
}
