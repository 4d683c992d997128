import Foundation
import KioskProtocol
import Ratings
import Sessions
import Store

/// A recorded box before the real service with a fresh database, and what came of it.
///
/// The bytes go in the order in which they came; the session's own events set the pace: where the record shows a
/// welcome, an acknowledgement or a renewal, the box goes on once this service has given as much. What the service says
/// beside that is its own affair. The boot that it offers is not the recorded one; to the ledger the recorded boot is
/// one that it has not seen, which is the truth.
struct SessionReplay {
    private let centre: Centre
    private var line: PlayedLine?
    private var decoder = FrameDecoder()
    private var ports: [String] = []
    private var unanswered: [String] = []

    /// Replays a session in a folder of its own; returns what came of it, one fact a line, without moments.
    static func result(of session: Session) async throws -> String {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let service = try await centre.serve()
        var replay = SessionReplay(centre: centre)
        do {
            for entry in session.entries { try await replay.play(entry.event) }
            try await replay.hangUp()
        } catch {
            service.signal(SIGTERM)
            throw error
        }
        service.signal(SIGTERM)
        guard await service.exitStatus() == 0 else { throw TestFailure("the service failed: \(service.errorText)") }
        return (try replay.ledger() + replay.ports + replay.unanswered).map { $0 + "\n" }.joined()
    }

    private init(centre: Centre) { self.centre = centre }

    private mutating func play(_ event: SessionEntry.Event) async throws {
        switch event {
        case .opened: line = try line ?? PlayedLine(at: port)
        case .hungUp: try await hangUp()
        case .fromBox(let bytes): try plugged().send(bytes)
        case .toBox(let bytes):
            let line = try plugged()
            for byte in bytes {
                guard case .frame(let body) = decoder.receive(byte), let message = HostMessage(body) else { continue }
                if !line.waits(for: message) { unanswered.append("the service did not say \(Self.words(message))") }
            }
        // A block of 254 bytes that the next delimiter cuts off is no frame either.
        case .leftOut(let count): try plugged().send(Array(repeating: 0xFF, count: count))
        case .note: break
        }
    }

    private var port: String { centre.ports + "/box" }

    /// A session may begin in the middle of a link.
    private mutating func plugged() throws -> PlayedLine {
        let line = try self.line ?? PlayedLine(at: port)
        self.line = line
        return line
    }

    private mutating func hangUp() async throws {
        guard let line else { return }
        try line.settle()
        let devices = try await centre.hailong("devices", "--json")
        let links = try JSONDecoder().decode([LinkLine].self, from: Data(devices.text.utf8))
        guard let link = links.first(where: { $0.port == port }) else { throw TestFailure("no port: \(devices.text)") }
        ports.append(
            "port, time \(ports.count + 1): \(link.state), bad frames \(link.badFrames ?? 0),"
                + " resends \(link.resends ?? 0)")
        self.line = nil
        decoder = FrameDecoder()
    }

    private func ledger() throws -> [String] {
        let store = try centre.store()
        var lines: [String] = []
        try store.forEachPress { row in
            let (press, arrival) = (row.press, row.press.arrival)
            lines.append(
                "\(row.rating.verdict == .conflict ? "conflict" : "press") \(press.key) button \(press.input)"
                    + " invitation \(press.invitation ?? 0) resets \(press.resets) age \(arrival.age.inMilliseconds) ms"
                    + " time lost \(arrival.timeLost.inMilliseconds) ms")
        }
        for count in try store.gaps() {
            let gap = count.gap
            lines.append(
                "gap \(gap.device)/\(String(gap.boot, radix: 16)) from \(gap.from) to \(gap.to)"
                    + " cause \(gap.cause.rawValue) missing \(count.missing)")
        }
        for box in try store.boxSummaries() {
            let about = box.description.map { "\($0.model) \($0.firmware), resets \($0.resets) (\($0.resetCause))" }
            lines.append(
                "box \(box.device) \(about ?? "unheard"): taken \(box.taken), conflicts \(box.conflicts),"
                    + " missing \(box.missing), dropped \(box.dropped), rings lost \(box.ringsLost)")
        }
        return lines
    }

    private static func words(_ message: HostMessage) -> String {
        switch message {
        case .welcome(let welcome): "WELCOME \(welcome.verdict) to hello \(welcome.counter)"
        case .ack(let ack): "ACK of boot \(String(ack.boot, radix: 16)) below \(ack.next), \(ack.dropped) dropped"
        case .renew(let renewal): "RENEW of boot \(String(renewal.oldBoot, radix: 16))"
        default: "\(message)"
        }
    }
}

/// What `devices --json` says of a port.
private struct LinkLine: Decodable {
    var port: String?
    var state: String
    var badFrames: Int?
    var resends: Int?

    private enum CodingKeys: String, CodingKey {
        case port, state, resends
        case badFrames = "bad_frames"
    }
}
