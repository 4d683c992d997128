import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Watching

@Suite("The watch", .timeLimit(.minutes(5)))
struct WatchTests {
    /// A service manager that keeps what it is told.
    private final class Book: ServiceManager {
        private let told = Mutex<[String]>([])
        private let post: AsyncStream<String>.Continuation
        private let stream: AsyncStream<String>
        let watchdog: Duration?

        init(watchdog: Duration?) {
            self.watchdog = watchdog
            (stream, post) = AsyncStream.makeStream()
        }

        var all: [String] { told.withLock { $0 } }

        func tell(_ state: String) {
            told.withLock { $0.append(state) }
            post.yield(state)
        }

        /// Waits until something is told that begins so.
        func wait(for prefix: String) async {
            for await state in stream where state.hasPrefix(prefix) { return }
        }
    }

    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func run(_ watch: Watch, _ body: () async throws -> Void) async throws {
        let group = ServiceGroup(services: [watch], logger: quiet)
        async let running: Void = group.run()
        try await body()
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test("ready is told after the first full cycle, signs of life after each one, and the end at last")
    func order() async throws {
        let book = Book(watchdog: .milliseconds(2))
        let cycles = Atomic(0)
        let watch = Watch(
            manager: book, cycle: { cycles.add(1, ordering: .relaxed) }, status: { "tốt" }, log: quiet)
        try await run(watch) { for _ in 0..<3 { await book.wait(for: "WATCHDOG=1") } }
        #expect(book.all.filter { $0 == "STATUS=tốt" }.count == 1)
        #expect(book.all.filter { $0 == "STOPPING=1" }.count == 1)
        let told = book.all.filter { $0 != "STATUS=tốt" && $0 != "STOPPING=1" }
        #expect(told.first == "READY=1\nWATCHDOG=1")
        #expect(told.dropFirst().allSatisfy { $0 == "WATCHDOG=1" })
        #expect(told.count <= cycles.load(ordering: .relaxed))
    }

    @Test("while a cycle hangs no sign of life is given, and the service still stops")
    func hangs() async throws {
        let book = Book(watchdog: .milliseconds(2))
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let cycles = Atomic(0)
        let watch = Watch(
            manager: book,
            cycle: {
                guard cycles.add(1, ordering: .relaxed).newValue == 3 else { return }
                enter.yield()
                try await Task.sleep(for: .seconds(3600))
            },
            status: { "tốt" }, log: quiet)
        try await run(watch) { for await _ in entered { break } }
        #expect(book.all.filter { $0.contains("WATCHDOG=1") }.count == 2)
        #expect(book.all.last == "STOPPING=1")
    }

    @Test("a cycle that fails gives no sign of life, and the next full one does")
    func fails() async throws {
        struct Trouble: Error {}
        let book = Book(watchdog: .milliseconds(2))
        let cycles = Atomic(0)
        let watch = Watch(
            manager: book,
            cycle: { if cycles.add(1, ordering: .relaxed).newValue == 2 { throw Trouble() } },
            status: { "tốt" }, log: quiet)
        try await run(watch) { await book.wait(for: "WATCHDOG=1") }
        #expect(cycles.load(ordering: .relaxed) >= 3)
        #expect(book.all.filter { $0.contains("WATCHDOG=1") }.count < cycles.load(ordering: .relaxed))
    }
}
