import NIOCore
import NIOPosix
import Sessions

/// A port that is only listened to: nothing is sent, so no press is ever acknowledged by it.
public struct PortListener: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, Never>

    /// Opens the port at `path` for this process alone.
    /// - Throws: `PortError`, and what the event loop may throw.
    public init(_ path: String) async throws {
        let descriptor = try TTY.open(path)
        channel = try await NIOPipeBootstrap(group: NIOSingletons.posixEventLoopGroup)
            .takingOwnershipOfDescriptor(inputOutput: descriptor) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
    }

    /// Hands every read to `body` until the port hangs up or the task is cancelled; then the port is closed.
    /// - Throws: what `body` throws.
    public func listen(_ body: (SessionEntry) throws -> Void) async throws {
        try await channel.executeThenClose { reads in
            try body(SessionEntry(at: KioskHandler.now, .opened))
            for try await buffer in reads {
                try body(SessionEntry(at: KioskHandler.now, .fromBox(Array(buffer.readableBytesView))))
            }
            try body(SessionEntry(at: KioskHandler.now, .hungUp))
        }
    }
}
