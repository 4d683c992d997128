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

    /// Runs until the port ends. True if a box was ever connected. The descriptor stays open and is the caller's.
    func run(_ descriptor: Int32) async -> Bool {
        let (errands, continuation) = AsyncStream.makeStream(of: Errand.self)
        taps.tell(monitor.port, .opened)
        defer { taps.tell(monitor.port, .hungUp) }
        let handle: LinkHandle
        do {
            handle = try await open(descriptor, continuation)
        } catch {
            log.error("cannot watch the port", metadata: ["error": "\(error)"])
            return false
        }
        let id = await board.add(handle, monitor)
        let wasConnected = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await runErrands(errands, id, handle) }
            group.addTask {
                await withTaskCancellationHandler {
                    try? await handle.channel.closeFuture.get()
                } onCancel: {
                    handle.close()
                }
                return false
            }
            // Whoever ends first takes the other along: a port that is gone leaves no commit to wait for here.
            let first = await group.next() ?? false
            group.cancelAll()
            return await group.reduce(first) { $0 || $1 }
        }
        await board.remove(id, at: clock.read().wall)
        return wasConnected
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

    private func runErrands(_ errands: AsyncStream<Errand>, _ id: LinkBoard.ID, _ handle: LinkHandle) async -> Bool {
        var wasConnected = false
        do {
            for await errand in errands {
                switch errand {
                case .identify(let hello, let reading):
                    try await identify(hello, reading, id, handle)
                    wasConnected = true
                case .store(let observations, let ticket):
                    let receipts = try await door.submit(observations)
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
            log.error("the ledger did not take an observation; link closed", metadata: ["error": "\(error)"])
        }
        handle.close()
        return wasConnected
    }

    private func identify(
        _ hello: Hello, _ reading: ClockReading, _ id: LinkBoard.ID, _ handle: LinkHandle
    ) async throws {
        // A box knows itself best; one that does not is known by its cable, or by the socket it is plugged into.
        let told = hello.identity.device
        guard let device = told.isEmpty ? adapter?.boxIdentity : told else {
            monitor.enter(
                .refused, at: reading.wall, reason: "the box gives no UID, and its port has no serial number or place")
            handle.order { link, now in link.refuse(.other, now: now) }
            return
        }
        let description = BoxDescription(hello)
        monitor.update {
            $0.device = device
            $0.description = description
        }
        let hasTwin = try await board.claim(device, by: id, door, at: reading.wall)
        if hasTwin {
            log.warning("two live boxes give one identity", metadata: ["device": "\(device)"])
        }
        let standing = try await door.greet(
            Greeting(
                device: device, boot: hello.boot == 0 ? nil : hello.boot, next: hello.ring.next,
                description: description, heard: reading.wall, hasTwin: hasTwin))
        handle.channel.eventLoop.execute { handle.handler.value.welcomed(standing, device, to: hello) }
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
