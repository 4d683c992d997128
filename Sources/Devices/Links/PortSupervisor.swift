import Logging
import Ratings

/// Keeps one port open for years: opens it, runs the link, waits, and opens it again.
struct PortSupervisor: Sendable {
    let path: String
    let link: BoxLink
    var closer = PortCloser()
    /// Rung when the port came back.
    let bell: Bell
    let log: Logger

    /// Runs until cancelled. The bell ends a pause at once.
    func run() async {
        var backoff = Backoff()
        var failures = RepeatedFailure()
        while !Task.isCancelled {
            do {
                let descriptor = try TTY.open(path)
                if failures.recovered() != nil { log.notice("port opens again") }
                link.monitor.enter(.waiting, at: link.clock.read().wall)
                let wasConnected = await link.run(descriptor)
                if !(await closer.close(descriptor)), !Task.isCancelled {
                    log.error("the port takes long to close; going on without it")
                }
                if wasConnected { backoff.reset() }
                guard !Task.isCancelled else { return }
                link.monitor.update { $0.disconnects += 1 }
                link.monitor.enter(.unavailable, at: link.clock.read().wall, reason: "the port hung up")
                log.info("port hung up")
            } catch {
                link.monitor.enter(.unavailable, at: link.clock.read().wall, reason: "\(error)")
                if failures.shouldReport() { log.warning("cannot open the port", metadata: ["error": "\(error)"]) }
            }
            if await bell.wait(upTo: backoff.next()) { backoff.reset() }
        }
    }
}
