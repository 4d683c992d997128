import Foundation
import NIOCore
import NIOPosix

/// An element at once, one whenever something in the folders comes or goes, and one at least every so often.
struct FolderWatch: AsyncSequence, Sendable {
    let folders: [String]
    let atLeastEvery: Duration

    func makeAsyncIterator() -> AsyncStream<Void>.Iterator {
        let stream = AsyncStream<Void>(bufferingPolicy: .bufferingNewest(1)) { continuation in
            continuation.yield()
            let timer = Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: atLeastEvery)
                    continuation.yield()
                }
                continuation.finish()
            }
            let notices = Task {
                let channel = await Self.notices(of: folders) { continuation.yield() }
                // What came before there was somebody to notice is seen now.
                continuation.yield()
                return channel
            }
            continuation.onTermination = { _ in
                timer.cancel()
                Task { await notices.value?.close(promise: nil) }
            }
        }
        return stream.makeAsyncIterator()
    }

    /// A channel on the kernel's notices; nil where there are none to be had, and the timer has to do.
    private static func notices(
        of folders: [String], _ body: @escaping @Sendable () -> Void
    ) async -> (any Channel)? {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for folder in folders {
            inotify_add_watch(
                descriptor, folder, UInt32(IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB))
        }
        do {
            return try await NIOPipeBootstrap(group: NIOSingletons.posixEventLoopGroup)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(NoticeHandler(body: body))
                    }
                }
                .takingOwnershipOfDescriptor(input: descriptor).get()
        } catch {
            close(descriptor)
            return nil
        }
    }
}

/// Calls a closure whenever bytes come.
private final class NoticeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { body() }
}
