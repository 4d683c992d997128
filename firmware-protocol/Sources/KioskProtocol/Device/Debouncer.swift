/// Turns bouncing contacts into presses.
struct Debouncer: Sendable {
    private struct Button: Sendable {
        /// The level as last reported.
        var isDown = false
        /// The level that was still for the settle time.
        var isSettledDown = false
        /// Down since the start, or stuck: nothing counts until it was released.
        var isIgnored = false
        var isStuck = false
        var changedAt: UInt64 = 0
        var downSince: UInt64 = 0
    }

    private var buttons = InlineArray<16, Button>(repeating: Button())
    /// How long a contact must be still, in milliseconds.
    var settle: UInt64 = 20

    /// All up, but for the buttons in `down`, which are ignored until released.
    init(down: UInt16, now: UInt64) {
        for index in 0..<WireLimits.buttons where down & Self.bit(index) != 0 {
            buttons[index].isDown = true
            buttons[index].isSettledDown = true
            buttons[index].isIgnored = true
            buttons[index].changedAt = now
            buttons[index].downSince = now
        }
    }

    mutating func report(_ index: Int, isDown: Bool, now: UInt64) {
        guard index >= 0, index < WireLimits.buttons, buttons[index].isDown != isDown else { return }
        buttons[index].isDown = isDown
        buttons[index].changedAt = now
    }

    /// The next button whose contact settled down; nil when none.
    mutating func next(now: UInt64) -> UInt8? {
        for index in 0..<WireLimits.buttons {
            if settle(index, now) { return UInt8(truncatingIfNeeded: index) }
        }
        return nil
    }

    /// Bit n is set while button n is stuck.
    var stuck: UInt16 {
        var mask: UInt16 = 0
        for index in 0..<WireLimits.buttons where buttons[index].isStuck { mask |= Self.bit(index) }
        return mask
    }

    /// When `next` may have news without a report.
    var deadline: UInt64 {
        var earliest = UInt64.max
        for index in 0..<WireLimits.buttons {
            let button = buttons[index]
            if button.isDown != button.isSettledDown {
                earliest = min(earliest, button.changedAt + settle)
            } else if button.isSettledDown, !button.isStuck {
                earliest = min(earliest, button.downSince + WireLimits.stuckButton)
            }
        }
        return earliest
    }

    /// Whether the button at `index` was pressed just now.
    private mutating func settle(_ index: Int, _ now: UInt64) -> Bool {
        let button = buttons[index]
        if button.isDown != button.isSettledDown, now >= button.changedAt + settle {
            buttons[index].isSettledDown = button.isDown
            if button.isDown {
                buttons[index].downSince = now
                return !button.isIgnored
            }
            buttons[index].isIgnored = false
            buttons[index].isStuck = false
        }
        if buttons[index].isSettledDown, now >= buttons[index].downSince + WireLimits.stuckButton {
            buttons[index].isStuck = true
            buttons[index].isIgnored = true
        }
        return false
    }

    private static func bit(_ index: Int) -> UInt16 {
        1 &<< UInt16(truncatingIfNeeded: index)
    }
}
