/// A finger at the buttons of a box: down, long enough to settle, up, and only then the next press.
struct Finger {
    enum Step: Equatable {
        case press(UInt8)
        case lift(UInt8)
    }

    private enum State: Equatable {
        case away
        case down(UInt8, until: UInt64)
        case lifted(until: UInt64)
    }

    /// Presses that may wait for their turn; more are not made.
    static let mostWaiting = 256
    /// How much longer than the settle time a contact stays as it is.
    private static let reserve: UInt64 = 1

    private var state = State.away
    private var waiting: [UInt8] = []

    /// Presses that were asked for and are not made. A contact that comes up again has made its press.
    var underway: Int {
        if case .down = state { waiting.count + 1 } else { waiting.count }
    }

    var deadline: UInt64 {
        switch state {
        case .away: return waiting.isEmpty ? .max : 0
        case .down(_, let until), .lifted(let until): return until
        }
    }

    /// Asks for a press; false if too many wait.
    mutating func ask(_ button: UInt8) -> Bool {
        guard waiting.count < Self.mostWaiting else { return false }
        waiting.append(button)
        return true
    }

    mutating func next(now: UInt64, settle: UInt64) -> Step? {
        switch state {
        case .away:
            guard !waiting.isEmpty else { return nil }
            let button = waiting.removeFirst()
            state = .down(button, until: now + settle + Self.reserve)
            return .press(button)
        case .down(let button, let until):
            guard now >= until else { return nil }
            state = .lifted(until: now + settle + Self.reserve)
            return .lift(button)
        case .lifted(let until):
            guard now >= until else { return nil }
            state = .away
            return next(now: now, settle: settle)
        }
    }

    /// The box was reset: what the finger does at this moment comes to nothing.
    mutating func startle() { state = .away }
}
