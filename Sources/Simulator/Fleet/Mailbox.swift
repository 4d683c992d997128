import Foundation
import Synchronization

/// Orders for the thread of a fleet, and the bell that wakes it.
final class Mailbox: Sendable {
    typealias Order = @Sendable (FleetCore) -> Void

    /// Orders that may wait; more are refused.
    static let mostWaiting = 65_536

    private struct State {
        var isClosed = false
        var orders: [Order] = []
    }

    private let state = Mutex(State())
    /// Readable while orders wait.
    let bell: Int32
    private let rope: Int32

    init() throws(FleetError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FleetError("pipe", "no descriptor to be had") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        bell = ends[0]
        rope = ends[1]
    }

    deinit {
        close(bell)
        close(rope)
    }

    /// Leaves an order; false when the fleet is stopped or too many wait.
    @discardableResult
    func leave(_ order: @escaping Order) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isClosed, state.orders.count < Self.mostWaiting else { return false }
            state.orders.append(order)
            return true
        }
        // A full pipe rings too.
        if isTaken { write(rope, [1], 1) }
        return isTaken
    }

    /// All orders that wait, in their order.
    func take() -> [Order] {
        var rings = [UInt8](repeating: 0, count: 256)
        while read(bell, &rings, rings.count) == rings.count {}
        return state.withLock { state in
            defer { state.orders.removeAll() }
            return state.orders
        }
    }

    /// Takes no more orders; those that waited.
    func shut() -> [Order] {
        state.withLock { state in
            state.isClosed = true
            defer { state.orders.removeAll() }
            return state.orders
        }
    }
}
