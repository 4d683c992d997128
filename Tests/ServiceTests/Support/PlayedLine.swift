import Foundation
import KioskProtocol

@testable import Simulator

/// The box's end of a pseudo-terminal whose other end a service has open, with an ear for what the service says.
final class PlayedLine {
    /// What is waited for longer than this does not come.
    private static let patience = Duration.seconds(5)

    private let pty: Pty
    private let link: String
    private var decoder = FrameDecoder()
    private var welcomes: [Welcome] = []
    private var acks: [UInt64: Ack] = [:]
    private var renewed: Set<UInt64> = []
    private var helloRequests = 0
    private var buffer = [UInt8](repeating: 0, count: 4096)

    /// Plugs a line in at `link`, and waits until the service has opened it.
    init(at link: String) throws {
        pty = try Pty()
        self.link = link
        guard symlink(pty.path, link) == 0 else { throw TestFailure("no link at \(link)") }
        guard wait(upTo: .seconds(20), until: { helloRequests > 0 }) else { throw TestFailure("the port stays closed") }
    }

    /// Pulls it out: the line hangs up when this is gone.
    deinit { unlink(link) }

    /// Sends what the box had sent.
    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            rest = rest.dropFirst(pty.write(rest))
            guard rest.isEmpty || isReady(POLLOUT, .seconds(5)) else { throw TestFailure("the service reads no more") }
        }
    }

    /// Waits until the service has said as much as `message` says; false if it does not. What a box does not wait for
    /// is not waited for here.
    func waits(for message: HostMessage) -> Bool {
        switch message {
        case .welcome(let recorded):
            func answers(_ heard: Welcome) -> Bool {
                // Of several hellos in a row the service may have answered a later one.
                heard.verdict == recorded.verdict && heard.counter &- recorded.counter < 128
            }
            guard wait(until: { welcomes.contains(where: answers) }) else { return false }
            if let index = welcomes.firstIndex(where: answers) { welcomes.removeFirst(index + 1) }
            return true
        case .ack(let recorded):
            return wait {
                guard let heard = acks[recorded.boot] else { return false }
                return heard.next >= recorded.next && heard.dropped >= recorded.dropped
            }
        case .renew(let recorded): return wait { renewed.contains(recorded.oldBoot) }
        default: return true
        }
    }

    /// Waits until the service has read all that was sent: a heartbeat of a boot that no box has makes it ask for a
    /// hello, unless it has refused the box.
    func settle() throws {
        let before = helloRequests
        let beat = BoxHeartbeat(
            boot: .max, tick: 0, resets: 0, ring: RingReport(oldest: 0, next: 0, dropped: 0), echo: 0, standing: .ready,
            isFull: false, hasStuckButton: false, invitation: 0)
        let frame = BoxMessage.heartbeat(beat).encoded()
        try send([0] + (0..<frame.count).map { frame[$0] })
        _ = wait(upTo: .seconds(3)) { helloRequests > before }
    }

    private func wait(upTo limit: Duration = patience, until condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + limit
        while !condition() {
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { return false }
            guard isReady(POLLIN, left), let bytes = pty.read(into: &buffer) else {
                // Until the service has opened its end, the line counts as hung up and cannot be waited on.
                usleep(2000)
                continue
            }
            for byte in bytes { hear(byte) }
        }
        return true
    }

    /// Blocks for the length of `limit` at most; true if the line is ready.
    private func isReady(_ events: Int32, _ limit: Duration) -> Bool {
        var line = pollfd(fd: pty.master, events: Int16(events), revents: 0)
        let milliseconds = Int32(clamping: limit.components.seconds * 1000 + 999)
        return poll(&line, 1, milliseconds) > 0 && line.revents & Int16(events) != 0
    }

    private func hear(_ byte: UInt8) {
        guard case .frame(let body) = decoder.receive(byte) else { return }
        switch HostMessage(body) {
        case .welcome(let welcome): welcomes.append(welcome)
        case .ack(let ack):
            let known = acks[ack.boot] ?? ack
            acks[ack.boot] = Ack(
                boot: ack.boot, next: max(known.next, ack.next), dropped: max(known.dropped, ack.dropped))
        case .renew(let renewal): renewed.insert(renewal.oldBoot)
        case .helloRequest: helloRequests += 1
        default: break
        }
    }
}
