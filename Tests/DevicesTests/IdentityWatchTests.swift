import Testing

@testable import Devices

@Suite("Boxes and boots behind one port")
struct IdentityWatchTests {
    private let start = Duration.seconds(100_000)

    @Test("another box on one opening is not taken, on the next it is")
    func swap() {
        var watch = IdentityWatch()
        watch.opened()
        #expect(watch.objection(to: "a", boot: 1, at: start) == nil)
        #expect(watch.objection(to: "b", boot: 2, at: start)?.reason.contains("box a, then b") == true)
        #expect(watch.objection(to: "a", boot: 1, at: start) == nil)
        watch.opened()
        #expect(watch.objection(to: "b", boot: 2, at: start) == nil)
    }

    @Test("cold starts and renewals are taken, and in the long run no more than six a minute")
    func boots() {
        var watch = IdentityWatch()
        watch.opened()
        var taken = 0
        for tenth in 0..<36_000 {
            let now = start + .milliseconds(100 * tenth)
            if watch.objection(to: "a", boot: UInt64(tenth + 1), at: now) == nil { taken += 1 }
        }
        #expect(taken >= IdentityWatch.mostChanges + 350)
        #expect(taken <= IdentityWatch.mostChanges + 360)
        // An hour's rest, and as many are taken at once again.
        let later = start + .seconds(7200)
        for boot in 0..<UInt64(IdentityWatch.mostChanges) {
            #expect(watch.objection(to: "a", boot: 1_000_000 + boot, at: later) == nil)
        }
        #expect(watch.objection(to: "a", boot: 5, at: later) != nil)
    }

    @Test("boxes that change with every opening are bounded, too, and one that only flaps is not held off")
    func openings() {
        var watch = IdentityWatch()
        for number in 0..<IdentityWatch.mostChanges {
            watch.opened()
            #expect(watch.objection(to: "x\(number)", boot: 1, at: start) == nil)
        }
        let last = "x\(IdentityWatch.mostChanges - 1)"
        for _ in 0..<200 {
            watch.opened()
            #expect(watch.objection(to: last, boot: 1, at: start) == nil)
            #expect(watch.objection(to: last, boot: 0, at: start) == nil)
        }
        watch.opened()
        #expect(watch.objection(to: "y", boot: 1, at: start) != nil)
    }
}
