import Foundation
import KioskProtocol
import Synchronization

/// Simulated boxes, each behind a link to a real pseudo-terminal, all on one thread of their own.
///
/// Boxes are numbered from 1 and so are their buttons. Orders return at once and are carried out in their order; an
/// order for a box that does not exist does nothing. The links are gone once the fleet is stopped or given up.
public final class Fleet: Sendable {
    private struct End {
        var isOver = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// What the fleet was made from.
    public let configuration: FleetConfiguration
    let mailbox: Mailbox
    let nextWaiter = Atomic(0)
    private let hub: EventHub
    private let whole: Whole

    /// Tells when the thread is through.
    private final class Whole: Sendable {
        let end = Mutex(End())

        func finish() {
            let waiting = end.withLock { end in
                end.isOver = true
                defer { end.waiting = [] }
                return end.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    private init(_ configuration: FleetConfiguration, _ mailbox: Mailbox, _ hub: EventHub, _ whole: Whole) {
        self.configuration = configuration
        self.mailbox = mailbox
        self.hub = hub
        self.whole = whole
    }

    deinit { mailbox.leave { $0.isStopping = true } }

    /// Starts the boxes; all links are there when it returns.
    ///
    /// Throws when a folder, a link, a pseudo-terminal or the log cannot be made.
    public static func start(_ configuration: FleetConfiguration) async throws -> Fleet {
        guard (1...FleetConfiguration.mostBoxes).contains(configuration.boxes) else {
            throw FleetError(description: "1 to \(FleetConfiguration.mostBoxes) boxes can be simulated.")
        }
        guard (1...16).contains(configuration.buttons) else {
            throw FleetError(description: "A box has 1 to 16 buttons.")
        }
        signal(SIGPIPE, SIG_IGN)
        let mailbox = try Mailbox()
        let hub = EventHub()
        let whole = Whole()
        try await withCheckedThrowingContinuation { (ready: CheckedContinuation<Void, any Error>) in
            let thread = Thread {
                do {
                    let core = try FleetCore(configuration, mailbox: mailbox, hub: hub)
                    ready.resume()
                    core.run()
                } catch {
                    ready.resume(throwing: error)
                }
                hub.finish()
                whole.finish()
            }
            thread.name = "boxes"
            // A ring of 1024 presses is 48 KiB, and some copies of it are on the stack at once.
            thread.stackSize = 8 << 20
            thread.start()
        }
        return Fleet(configuration, mailbox, hub, whole)
    }

    /// Ends all boxes and removes their links; returns when that is done.
    public func stop() async {
        mailbox.leave { $0.isStopping = true }
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let isOver = whole.end.withLock { end in
                if !end.isOver { end.waiting.append(done) }
                return end.isOver
            }
            if isOver { done.resume() }
        }
    }

    /// What happens from now on. Who does not keep up loses the oldest events.
    public func events() -> AsyncStream<FleetEvent> { hub.events() }

    /// The UID of box `number` in lower-case hexadecimal.
    public static func uid(_ number: Int) -> String { BoxUID.hexadecimal(number) }
}
