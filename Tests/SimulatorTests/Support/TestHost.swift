import Foundation
import KioskProtocol
import Synchronization

/// A tiny host: opens the links of a folder, runs a `KioskLink` on each, and keeps what comes. It forgets all but its
/// ledger at `restart`, as a killed service does.
final class TestHost: Sendable {
    private struct Waiter {
        var id: UUID
        var condition: @Sendable (TestLedger) -> Bool
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var ledger = TestLedger()
        var isStopping = false
        var isRestarting = false
        var restarts = 0
        var invitations: [Int: Invitation] = [:]
        var waiters: [Waiter] = []
    }

    private let state = Mutex(State())
    private let onPress: @Sendable (PressReport) -> Void

    /// A host of the links at `paths`, numbered from 1.
    init(_ paths: [String], onPress: @escaping @Sendable (PressReport) -> Void = { _ in }) {
        self.onPress = onPress
        let thread = Thread { [self] in
            var ports = paths.enumerated().map { TestPort(number: $0.offset + 1, path: $0.element) }
            while turn(&ports) {}
        }
        thread.stackSize = 4 << 20
        thread.start()
    }

    var ledger: TestLedger { state.withLock { $0.ledger } }

    func stop() { state.withLock { $0.isStopping = true } }

    /// Closes all lines at once and begins anew.
    func restart() { state.withLock { $0.isRestarting = true } }

    /// Asks for a rating at a box.
    func invite(_ box: Int, _ invitation: Invitation) { state.withLock { $0.invitations[box] = invitation } }

    /// Waits until `condition` holds. Throws `CancellationError` when the task is cancelled.
    func wait(until condition: @escaping @Sendable (TestLedger) -> Bool) async throws {
        let id = UUID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock {
                    $0.waiters.append(Waiter(id: id, condition: condition, continuation: continuation))
                }
                // The handler may have run before there was anything to cancel.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func cancel(_ id: UUID) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    /// One turn of the thread; false at the end.
    private func turn(_ ports: inout [TestPort]) -> Bool {
        let (isStopping, isRestarting, invitations) = state.withLock { state in
            defer {
                state.isRestarting = false
                state.invitations = [:]
            }
            return (state.isStopping, state.isRestarting, state.invitations)
        }
        if isStopping || isRestarting {
            for index in ports.indices { ports[index].close() }
        }
        if isStopping { return false }
        let now = Self.clock()
        for index in ports.indices {
            let invitation = invitations[ports[index].number]
            let presses = state.withLock { state in
                ports[index].serve(&state.ledger, invitation: invitation, now: now)
            }
            for press in presses { onPress(press) }
        }
        answerWaiters()
        var polled = ports.filter { $0.descriptor >= 0 }.map {
            pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
        }
        // Links that are not there are tried again in these steps.
        poll(&polled, nfds_t(polled.count), 10)
        return true
    }

    private func answerWaiters() {
        let ready = state.withLock { state in
            var ready: [Waiter] = []
            state.waiters.removeAll { waiter in
                guard waiter.condition(state.ledger) else { return false }
                ready.append(waiter)
                return true
            }
            return ready
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    private static func clock() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
