import NIOPosix
import Ratings

/// Keeps one port open for years: opens it, runs the link, waits, and opens it again.
struct PortSupervisor: Sendable {
    let path: String
    let link: BoxLink
    var closer = PortCloser()
    /// Rung when the port came back.
    let bell: Bell

    /// Runs until cancelled. The bell ends a pause at once.
    func run() async {
        var backoff = Backoff()
        let monitor = link.monitor
        while !Task.isCancelled {
            do {
                // Opening a tty may wait for its driver, and looks at all processes: not on a thread for tasks.
                let descriptor = try await NIOThreadPool.singleton.runIfActive { [path] in try TTY.open(path) }
                monitor.recovered(Self.cannotOpen, "port opens again")
                monitor.opened(at: link.clock.read().wall)
                let outcome = await link.run(descriptor)
                if !(await closer.close(descriptor)), !Task.isCancelled {
                    monitor.tell(.error, "the port takes long to close; going on without it")
                }
                guard !Task.isCancelled else { return }
                if outcome == .connected { backoff.reset() }
                wasLost(outcome)
            } catch {
                guard !Task.isCancelled else { return }
                monitor.enter(.unavailable, at: link.clock.read().wall, reason: "\(error)")
                monitor.count((error as? PortError)?.event ?? .openFailed)
                // An adapter that was pulled out hangs up before the system says that it is gone: no news.
                let isLeaving = link.adapter != nil && (error as? PortError)?.event == .missing
                monitor.tell(isLeaving ? .info : .warning, Self.cannotOpen, ["error": "\(error)"])
            }
            if await bell.wait(upTo: backoff.next()) { backoff.reset() }
        }
    }

    private static let cannotOpen = "cannot open the port"

    private func wasLost(_ outcome: LinkOutcome) {
        let ending = link.monitor.takeEnding()
        let reason = ending?.reason ?? "the port hung up"
        link.monitor.update {
            $0.disconnects += 1
            $0.health = nil
        }
        let now = link.clock.read().wall
        if let refusal = ending?.refusal {
            link.monitor.refuse(Objection(refusal: refusal, reason: reason), at: now)
            link.monitor.count(.refused)
            link.monitor.tell(.warning, "box refused", ["why": "\(reason)"])
            return
        }
        link.monitor.enter(.unavailable, at: now, reason: reason)
        if ending == nil { link.monitor.count(.hungUp) }
        let text = outcome == .connected ? "box lost" : "port lost before a box was there"
        link.monitor.tell(.notice, text, ["why": "\(reason)"])
    }
}
