import Foundation
import KioskProtocol
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Ratings

/// One opened port from its opening to its end: the handler on the event loop, and a courier that runs its errands.
struct BoxLink: Sendable {
    let adapter: Adapter?
    let monitor: LinkMonitor
    let board: LinkBoard
    let door: any PressDoor
    let desk: (any OfficerDesk)?
    let clock: any HostClock
    let ledger: UInt64
    let log: Logger
    let taps: WireTaps

    /// Runs until the port ends. The descriptor stays open and is the caller's.
    func run(_ descriptor: Int32) async -> LinkOutcome {
        let (errands, continuation) = AsyncStream.makeStream(of: Errand.self)
        taps.tell(monitor.port, .opened)
        defer { taps.tell(monitor.port, .hungUp) }
        let handle: LinkHandle
        do {
            handle = try await open(descriptor, continuation)
        } catch {
            log.error("cannot watch the port", metadata: ["error": "\(error)"])
            return .nobody
        }
        let id = await board.add(handle, monitor)
        let outcome = await withTaskGroup(of: LinkOutcome.self) { group in
            group.addTask(executorPreference: LoopExecutor(handle.channel.eventLoop)) {
                await runErrands(errands, id, handle)
            }
            group.addTask {
                await withTaskCancellationHandler {
                    try? await handle.channel.closeFuture.get()
                } onCancel: {
                    handle.close()
                }
                return .nobody
            }
            // Whoever ends first takes the other along: a port that is gone leaves no commit to wait for here.
            let first = await group.next() ?? .nobody
            group.cancelAll()
            return await group.reduce(first, max)
        }
        await board.remove(id)
        return outcome
    }

    private func open(_ descriptor: Int32, _ errands: AsyncStream<Errand>.Continuation) async throws -> LinkHandle {
        let box = NIOLockedValueBox<NIOLoopBound<KioskHandler>?>(nil)
        // The event loop closes a copy, which is no work: the last close of a tty may wait for its driver.
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw IOError(errnoCode: errno, reason: "dup") }
        let channel = try await NIOPipeBootstrap(group: NIOSingletons.posixEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = KioskHandler(
                        ledger: ledger, clock: clock, monitor: monitor, door: door, log: log, taps: taps,
                        errands: errands)
                    try channel.pipeline.syncOperations.addHandler(handler)
                    let bound = NIOLoopBound(handler, eventLoop: channel.eventLoop)
                    box.withLockedValue { $0 = bound }
                }
            }
            .takingOwnershipOfDescriptor(inputOutput: copy).get()
        guard let handler = box.withLockedValue({ $0 }) else { throw ChannelError.alreadyClosed }
        return LinkHandle(channel: channel, handler: handler)
    }

    private func runErrands(
        _ errands: AsyncStream<Errand>, _ id: LinkBoard.ID, _ handle: LinkHandle
    ) async -> LinkOutcome {
        var outcome = LinkOutcome.nobody
        var drops = DropWatch()
        do {
            works: for await errand in errands {
                switch errand {
                case .identify(let hello, let reading):
                    if let objection = objection(to: hello, reading) {
                        monitor.willClose(because: objection.reason, refusing: objection.refusal)
                        outcome = .refused
                        break works
                    }
                    if let standing = try await identify(hello, reading, id, handle) {
                        drops.begin(boot: standing.boot, counted: standing.dropped)
                        outcome = .connected
                    }
                case .store(let observations, let ticket):
                    let receipts = try await door.submit(observations)
                    book(observations, receipts, &drops)
                    // Not acknowledged: the next link asks the store anew where the box stands.
                    for case .refused(let why) in receipts { throw Refusal(description: why) }
                    handle.channel.eventLoop.execute {
                        handle.handler.value.committed(through: ticket, receipts: receipts)
                    }
                case .badge(let request):
                    await answer(request, handle)
                }
            }
        } catch is CancellationError {
            // The port or the service ends.
        } catch {
            // Not receipted: the box keeps its presses, and the next link takes them.
            monitor.willClose(because: "the ledger did not take an observation: \(error)")
        }
        handle.close()
        return outcome
    }

    /// The ledger cannot take something that the box holds.
    private struct Refusal: Error, CustomStringConvertible {
        var description: String
    }

    /// Counts what was stored, and tells what is missing.
    private func book(_ observations: [Observation], _ receipts: [Receipt], _ drops: inout DropWatch) {
        var counts: [LinkEvent: Int] = [:]
        for (observation, receipt) in zip(observations, receipts) {
            switch (observation, receipt) {
            case (.press, .stored): counts[.press, default: 0] += 1
            case (.press, .repeated): counts[.repeated, default: 0] += 1
            case (.press, .conflict): counts[.conflict, default: 0] += 1
            case (_, .refused): break
            case (.gap(let gap), _): tell(gap)
            case (.dropped(_, let boot, let total, _), _):
                let dropped = drops.take(boot: boot, total: total)
                guard dropped > 0 else { continue }
                counts[.dropped, default: 0] += dropped
                monitor.tell(.warning, "presses found no room in the box", ["presses": "\(dropped)"])
            case (.press, .noted): break
            }
        }
        for (event, count) in counts { monitor.count(event, by: count) }
    }

    private func tell(_ gap: Gap) {
        let presses = gap.to > gap.from ? Int(gap.to - gap.from) : 0
        monitor.count(.gap, by: presses)
        monitor.tell(
            .warning, "presses are missing for good",
            [
                "boot": "\(String(gap.boot, radix: 16))", "from": "\(gap.from)", "to": "\(gap.to)",
                "presses": "\(presses)", "cause": "\(gap.cause.rawValue)",
            ])
    }

    /// A box knows itself best; one that does not is known by its cable, or by the socket it is plugged into.
    private func device(_ hello: Hello) -> String? {
        let told = hello.identity.device
        return told.isEmpty ? adapter?.boxIdentity : told
    }

    private func objection(to hello: Hello, _ reading: ClockReading) -> Objection? {
        device(hello).flatMap { monitor.objection(to: $0, boot: hello.boot, at: reading.bootTime) }
    }

    /// Looks a box up; nil for one that is refused.
    private func identify(
        _ hello: Hello, _ reading: ClockReading, _ id: LinkBoard.ID, _ handle: LinkHandle
    ) async throws -> Ratings.Standing? {
        guard let device = device(hello) else {
            let reason = "the box gives no UID, and its port has no serial number or place"
            if monitor.refuse(Objection(refusal: .nameless, reason: reason), at: reading.wall) {
                monitor.count(.refused)
                monitor.tell(.warning, "box refused", ["why": "\(reason)"])
            }
            handle.order { link, now in link.refuse(.other, now: now) }
            return nil
        }
        let description = BoxDescription(hello)
        monitor.update {
            $0.device = device
            $0.description = description
        }
        let reset = await board.resets(of: device, hello)
        if let reset { monitor.count(reset.event, by: reset.count) }
        let hasTwin = try await board.claim(device, by: id)
        let standing = try await door.greet(
            Greeting(
                device: device, boot: hello.boot == 0 ? nil : hello.boot, next: hello.ring.next,
                description: description, heard: reading.wall, hasTwin: hasTwin))
        if reset?.event == .coldStart { monitor.tell(.notice, "box came without a ring", ["cause": "\(hello.cause)"]) }
        for gap in standing.lost { tell(gap) }
        handle.channel.eventLoop.execute { handle.handler.value.welcomed(standing, device, to: hello) }
        return standing
    }

    private func answer(_ request: BadgeRequest, _ handle: LinkHandle) async {
        let isPIN = request.kind == .pin
        let name = await desk?.name(secret: request.secret.text, isPIN: isPIN, device: monitor.current.device ?? "")
        let answer = OfficerAnswer(
            request: request.request, outcome: name == nil ? .unknown : .signedOn,
            name: BoundedBytes(truncating: (name ?? "").utf8))
        handle.channel.eventLoop.execute { handle.handler.value.answered(answer) }
    }
}
