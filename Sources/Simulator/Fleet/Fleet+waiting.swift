extension Fleet {
    /// Waits until every press made by the orders before has its receipt: at boxes that are plugged, or at all.
    /// Boxes that can never deliver (`Quirk`) are left out.
    ///
    /// Throws `FleetError` when the fleet ends before, `CancellationError` when the task is cancelled.
    public func waitUntilReceipted(includingUnplugged: Bool = false) async throws {
        try await wait { $0.unreceipted(includingUnplugged: includingUnplugged) == 0 }
    }

    /// Waits until all random presses are made, and the script is played to its end. Throws as `waitUntilReceipted`.
    public func waitUntilPlayed() async throws {
        try await wait { $0.isPressingOver && $0.program.isOver }
    }

    /// Waits until `condition` holds for the boxes; it is asked on the fleet's thread whenever something happened.
    /// Throws as `waitUntilReceipted`.
    public func wait(until condition: @escaping @Sendable ([BoxSnapshot]) -> Bool) async throws {
        try await wait { condition($0.snapshots) }
    }

    /// Waits until every box that is plugged, and can be, is welcomed by a host. Throws as `waitUntilReceipted`.
    public func waitUntilLinked() async throws {
        try await wait { core in
            core.ports.allSatisfy { port in
                let box = port.box
                return !box.isPlugged || !(box.quirk?.delivers ?? true) || (box.isUp && box.brain.device.isLinked)
            }
        }
    }

    /// How many presses wait for their receipt or are in the making, after all orders before. Throws `FleetError`
    /// when the fleet has ended.
    public func unreceipted(includingUnplugged: Bool = false) async throws -> Int {
        try await ask { $0.unreceipted(includingUnplugged: includingUnplugged) }
    }

    /// How all boxes fare, after all orders before. Throws `FleetError` when the fleet has ended.
    public func snapshots() async throws -> [BoxSnapshot] { try await ask { $0.snapshots } }

    /// What the fleet did so far. Throws `FleetError` when the fleet has ended.
    public func counts() async throws -> FleetCounts { try await ask { $0.journal.counts } }

    private func ask<Answer: Sendable>(_ question: @escaping @Sendable (FleetCore) -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            wait(number: 0, for: { _ in true }) { core, result in
                continuation.resume(with: result.map { question(core) })
            } otherwise: {
                continuation.resume(throwing: FleetError.stopped)
            }
        }
    }

    private func wait(for condition: @escaping @Sendable (FleetCore) -> Bool) async throws {
        let number = nextWaiter.add(1, ordering: .relaxed).newValue
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                wait(number: number, for: condition) { _, result in
                    continuation.resume(with: result)
                } otherwise: {
                    continuation.resume(throwing: FleetError.stopped)
                }
                // The handler may have run before there was anything to cancel.
                if Task.isCancelled { mailbox.leave { $0.cancel(number) } }
            }
        } onCancel: {
            mailbox.leave { $0.cancel(number) }
        }
    }

    private func wait(
        number: Int, for condition: @escaping @Sendable (FleetCore) -> Bool,
        then answer: @escaping @Sendable (FleetCore, Result<Void, any Error>) -> Void, otherwise: () -> Void
    ) {
        let isTaken = mailbox.leave { core in
            core.waiters.append(FleetCore.Waiter(number: number, condition: condition, answer: answer))
        }
        if !isTaken { otherwise() }
    }
}
