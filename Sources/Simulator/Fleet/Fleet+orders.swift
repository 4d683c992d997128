import KioskProtocol

extension Fleet {
    /// Presses `button` (from 1) of box `box`.
    public func press(_ box: Int, button: Int, by path: PressPath = .contact) {
        mailbox.leave { core in core.with(box) { $0.press(button, path: path, core.now) } }
    }

    /// Reads a badge or PIN at a box.
    public func badge(_ box: Int, kind: BadgeRequest.Kind, secret: String) {
        let secret = BoundedBytes<32>(truncating: secret.utf8)
        mailbox.leave { core in
            core.with(box) { if $0.isUp, $0.runs { $0.brain.device.badge(kind, secret: secret, now: core.now) } }
        }
    }

    /// Pulls the cable of a box: its link goes.
    public func unplug(_ box: Int) { mailbox.leave { core in core.with(box) { $0.insert(.unplugged) } } }

    /// Puts the cable of a box in again: a new link comes, unless something else keeps the box away.
    public func plug(_ box: Int) { mailbox.leave { core in core.with(box) { $0.remove(.unplugged) } } }

    /// Takes a box off its host, or back; apart from `unplug`, so that both can be told apart in a plan.
    public func setOffline(_ box: Int, _ isOffline: Bool) {
        mailbox.leave { core in
            core.with(box) { isOffline ? $0.insert(.offline) : $0.remove(.offline) }
        }
    }

    /// A warm reset that takes `duration`: the ring stays. With `tearing` it comes in the middle of a press of that
    /// button, which may get a slot or not; the log knows.
    public func warmReset(_ box: Int, tearing button: Int? = nil, for duration: Duration = .milliseconds(100)) {
        mailbox.leave { core in
            core.with(box) { box in
                let torn = button.map { FaultSchedule.TornPress(button: $0, stores: box.chance.below(18)) }
                box.reset(for: duration.milliseconds, tearing: torn, core.now)
            }
        }
    }

    /// A cold start that takes `duration`: the ring is erased, unless it survives a loss of power.
    public func coldStart(_ box: Int, for duration: Duration = .milliseconds(100)) {
        mailbox.leave { core in core.with(box) { $0.coldStart(for: duration.milliseconds, core.now) } }
    }

    /// Lets the millisecond counters run ahead, as if so much time had passed: of one box, or of all.
    public func advanceTick(by duration: Duration, box: Int? = nil) {
        mailbox.leave { core in
            for number in box.map({ $0...$0 }) ?? 1...core.ports.count {
                core.with(number) { $0.advanceTick(by: duration.milliseconds, now: core.now) }
            }
        }
    }

    /// Other faults from now on, at one box or at all. Absences and resets that are under way end as planned.
    public func setFaults(_ faults: Faults, box: Int? = nil) {
        mailbox.leave { core in
            for number in box.map({ $0...$0 }) ?? 1...core.ports.count {
                core.with(number) { $0.setFaults(faults, now: core.now) }
            }
        }
    }

    /// Plays a script from now on, `speed` times as fast as it says. A script that is under way is given up.
    public func play(_ script: Script, speed: Double = 1) {
        mailbox.leave { core in core.program = ScriptPlayer(script, speed: speed, start: core.now) }
    }
}
