extension FleetCore {
    /// Lets `body` change box `number` and has the box run at once; nil if there is none.
    @discardableResult
    func with<Answer>(_ number: Int, _ body: (SimulatedBox) -> Answer) -> Answer? {
        guard number >= 1, number <= ports.count else { return nil }
        ports[number - 1].touch()
        return body(ports[number - 1].box)
    }

    /// Presses that fingers are at.
    var pressesUnderway: Int {
        ports.reduce(0) { $0 + $1.box.finger.underway }
    }

    /// Whether a random press may be made.
    var mayPress: Bool {
        guard let limit = configuration.pressLimit else { return true }
        guard journal.counts.presses < limit else { return false }
        return journal.counts.presses + pressesUnderway < limit
    }

    /// Whether all random presses are made.
    var isPressingOver: Bool { configuration.pressLimit.map { journal.counts.presses >= $0 } ?? true }

    /// Presses that wait for their receipt, or are in the making.
    func unreceipted(includingUnplugged: Bool) -> Int {
        ports.reduce(0) { sum, port in
            includingUnplugged || port.box.isPlugged ? sum + port.box.unreceipted : sum
        }
    }

    /// How all boxes fare.
    var snapshots: [BoxSnapshot] { ports.map { BoxSnapshot($0.box, now: now) } }

    /// Gives up waiting.
    func cancel(_ number: Int) {
        waiters.removeAll { waiter in
            guard waiter.number == number else { return false }
            waiter.answer(self, .failure(CancellationError()))
            return true
        }
    }
}
