import KioskProtocol
import NIOCore

/// A running link, reached from outside its event loop.
struct LinkHandle: Sendable {
    let channel: any Channel
    let handler: NIOLoopBound<KioskHandler>

    /// Does something to the link's state machine.
    func order(_ body: @escaping @Sendable (inout KioskLink, UInt64) -> Void) {
        channel.eventLoop.execute { handler.value.order(body) }
    }

    /// Whether the box answers within 2 s.
    func isAlive() async -> Bool {
        await withCheckedContinuation { continuation in
            channel.eventLoop.execute { handler.value.probe(continuation) }
        }
    }

    /// Closes the port.
    func close() { channel.close(promise: nil) }
}
