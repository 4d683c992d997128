import Simulator
import Testing

@Suite(
    "A box plugged in before the machine starts, the service there before udev", .serialized,
    .guest("hailong.udev=late", first: 1))
struct BootTests {
    @Test(
        "row 17: a service that starts before udev finds the box as soon as the rules let it",
        .timeLimit(.minutes(3)))
    func early() async throws {
        guard let guest = Guest.current else { throw EndToEndFailure("no guest") }
        guest.fleet.press(1, button: 4)
        try await guest.untilLinked([1])
        try await guest.expectEveryPressOnce()
        #expect(try await guest.counters(of: 1) == ["Q01"])

        try await guest.connect(2)
        guest.fleet.press(2, button: 4)
        try await guest.expectEveryPressOnce()
    }
}
