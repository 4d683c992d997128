import KioskProtocol
import Testing

@Suite("Debounce")
struct DebounceTests {
    @Test("a contact that bounces for a while is one press, taken when it has been still for 20 ms")
    func bounce() {
        var box = BoxUnderTest.linked()
        for now in [100, 103, 107, 109] as [UInt64] {
            box.device.button(2, isDown: true, now: now)
            box.device.button(2, isDown: false, now: now + 1)
        }
        box.device.button(2, isDown: true, now: 112)
        #expect(box.says(at: 131).presses.isEmpty)
        #expect(box.device.deadline(ring: box.ring) == 132)
        #expect(box.says(at: 132).presses.map(\.record.button) == [2])
        box.device.button(2, isDown: false, now: 300)
        #expect(box.says(at: 340).presses.isEmpty)
    }

    @Test("a glitch shorter than the settle time is no press")
    func glitch() {
        var box = BoxUnderTest.linked()
        box.device.button(0, isDown: true, now: 100)
        box.device.button(0, isDown: false, now: 115)
        #expect(box.says(at: 400).presses.isEmpty)
        #expect(box.ring.next == 0)
    }

    @Test("held down is one press; released and pressed again is another")
    func twice() {
        var box = BoxUnderTest.linked()
        box.device.button(0, isDown: true, now: 100)
        _ = box.says(at: 120)
        _ = box.says(at: 2_000)
        #expect(box.ring.next == 1)
        box.device.button(0, isDown: false, now: 2_100)
        _ = box.says(at: 2_120)
        box.device.button(0, isDown: true, now: 2_200)
        _ = box.says(at: 2_220)
        #expect(box.ring.next == 2)
    }

    @Test("a button that is down at the start counts only after it was released")
    func downAtStart() {
        var box = BoxUnderTest()
        box.device.start(ring: &box.ring, now: 0, cause: .powerOn, buttonsDown: 0b1000)
        _ = box.says(at: 100)
        box.device.button(3, isDown: true, now: 110)
        _ = box.says(at: 200)
        #expect(box.ring.next == 0)
        box.device.button(3, isDown: false, now: 300)
        _ = box.says(at: 320)
        box.device.button(3, isDown: true, now: 400)
        _ = box.says(at: 420)
        #expect(box.ring.next == 1)
    }

    @Test("a button held for 30 s is stuck: told in a status at once, and told again when it is free")
    func stuck() {
        var box = BoxUnderTest.linked()
        box.device.button(4, isDown: true, now: 0)
        _ = box.says(at: 20)
        // A host that is alive all the while.
        for now in stride(from: 5_000, through: 30_000, by: 5_000) {
            _ = box.received(.heartbeat(token: 1), now: UInt64(now))
        }
        #expect(box.device.stuckButtons == 0)
        let said = box.says(at: 30_020).messages
        #expect(box.device.stuckButtons == 0b1_0000)
        #expect(said.contains { if case .status(let status) = $0 { status.stuckButtons == 0b1_0000 } else { false } })
        #expect(box.received(.heartbeat(token: 2), now: 30_030).heartbeats.first?.hasStuckButton == true)
        box.device.button(4, isDown: false, now: 31_000)
        #expect(
            box.says(at: 31_020).messages.contains {
                if case .status(let status) = $0 { status.stuckButtons == 0 } else { false }
            })
        #expect(box.ring.next == 1)
    }

    @Test("the settle time is a setting, held within 5 to 200 ms")
    func setting() {
        var box = BoxUnderTest.linked()
        _ = box.received(.settings(BoxSettings(revision: 1, debounce: 1_000)), now: 0)
        #expect(box.device.settings.debounce == 200)
        box.device.button(1, isDown: true, now: 100)
        _ = box.says(at: 299)
        #expect(box.ring.next == 0)
        _ = box.says(at: 300)
        #expect(box.ring.next == 1)
    }

    @Test("a button outside of 0 to 15 is ignored")
    func outside() {
        var box = BoxUnderTest.linked()
        box.device.button(16, isDown: true, now: 0)
        box.device.button(-1, isDown: true, now: 0)
        _ = box.says(at: 100)
        #expect(box.ring.next == 0)
    }
}
