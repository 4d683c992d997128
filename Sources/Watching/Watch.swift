import Logging
import Ratings
import ServiceLifecycle

/// Tells the service manager that the service is ready, how it fares, and, again and again, that it works.
///
/// A sign of life is given only after a full cycle: `cycle` returns once all that takes presses has answered, and does
/// not return while something hangs. Then no sign is given, and the manager starts the service anew.
public struct Watch: Service {
    /// The status is looked at this often, or as often as signs of life are given where that is more.
    private static let statusEvery = Duration.seconds(3)
    /// A sign is wanted within this time where the manager says nothing of it: what is wrong is to be logged.
    static let usualWatchdog = Duration.seconds(60)

    private let manager: any ServiceManager
    private let cycle: @Sendable () async throws -> Void
    private let status: @Sendable () async throws -> String
    private let log: Logger

    /// A watch that asks `cycle` whether all works, and `status` for a line on how the service fares.
    public init(
        manager: any ServiceManager, cycle: @escaping @Sendable () async throws -> Void,
        status: @escaping @Sendable () async throws -> String, log: Logger
    ) {
        self.manager = manager
        self.cycle = cycle
        self.status = status
        self.log = log
    }

    /// Runs until the service stops, and tells that it does.
    public func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await giveSigns() }
                    group.addTask { await tellStatus() }
                    await group.waitForAll()
                }
            }
        } onGracefulShutdown: {
            manager.tell("STOPPING=1")
        }
    }

    private func giveSigns() async {
        var isReady = false
        var failures = RepeatedFailure()
        while !Task.isCancelled {
            do {
                try await cycle()
                try Task.checkCancellation()
                if failures.recovered() != nil { log.notice("work cycle is full again") }
                manager.tell(isReady ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1")
                isReady = true
            } catch is CancellationError {
                return
            } catch {
                if failures.shouldReport() {
                    log.error("work cycle is not full; no sign of life", metadata: ["error": "\(error)"])
                }
            }
            guard await pause(isReady ? signEvery : statusEvery) else { return }
        }
    }

    private func tellStatus() async {
        var told: String?
        while !Task.isCancelled {
            if let text = try? await status(), text != told {
                manager.tell("STATUS=\(text)")
                told = text
            }
            guard await pause(statusEvery) else { return }
        }
    }

    private var signEvery: Duration { (manager.watchdog ?? Self.usualWatchdog) / 2 }
    private var statusEvery: Duration { min(Self.statusEvery, signEvery) }

    /// False if the service stops meanwhile.
    private func pause(_ duration: Duration) async -> Bool { (try? await Task.sleep(for: duration)) != nil }
}
