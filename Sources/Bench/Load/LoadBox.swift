import Foundation
import KioskProtocol
import Simulator

/// A box that costs next to nothing: it speaks the wire protocol well enough to press as fast as receipts allow, over
/// a line that loses nothing.
final class LoadBox {
    /// Presses that may be on the wire without an ACK, by the protocol.
    private static let window: UInt32 = 8
    private static let ringCapacity: UInt16 = 64

    let pty: Pty
    private let uid: [UInt8]
    private let boot = UInt64.random(in: 1...UInt64.max)
    private let began: UInt64
    private var decoder = FrameDecoder()
    private(set) var isLinked = false
    /// Presses that the host has acknowledged.
    private(set) var acknowledged: UInt32 = 0
    /// Presses made so far.
    private(set) var made: UInt32 = 0
    private var sent: UInt32 = 0
    /// When something was sent or acknowledged last.
    private var movedAt: UInt64 = 0
    /// Presses that were sent more than once.
    private(set) var resends = 0

    init(uid: [UInt8], now: UInt64) throws {
        pty = try Pty()
        self.uid = uid
        began = now
    }

    /// Whether all that was pressed is acknowledged.
    var isSettled: Bool { acknowledged == made }

    /// Presses once.
    func press(now: UInt64) {
        made += 1
        send(now)
    }

    /// Presses as often as the window allows.
    func pressAll(now: UInt64) {
        made = acknowledged + Self.window
        send(now)
    }

    /// Sends again what no ACK has come for in a second.
    func resend(now: UInt64) {
        guard isLinked, sent > acknowledged, now > movedAt + 1000 else { return }
        resends += Int(sent - acknowledged)
        sent = acknowledged
        send(now)
    }

    /// Reads what has come and answers it.
    func read(into buffer: UnsafeMutableRawBufferPointer, now: UInt64) {
        let count = Glibc.read(pty.master, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        for index in 0..<count {
            guard case .frame(let body) = decoder.receive(buffer[index]) else { continue }
            hear(body, now)
        }
    }

    private func hear(_ body: FrameBody, _ now: UInt64) {
        switch HostMessage(body) {
        case .ack(let ack) where ack.boot == boot:
            acknowledged = max(acknowledged, ack.next)
            movedAt = now
        case .helloRequest:
            isLinked = false
            write(.hello(hello(now)))
        case .welcome(let welcome) where welcome.verdict == .accepted:
            isLinked = true
            sent = acknowledged
        case .heartbeat(let token):
            write(
                .heartbeat(
                    BoxHeartbeat(
                        boot: boot, tick: now - began, resets: 0, ring: ring, echo: token, standing: .ready,
                        isFull: false, hasStuckButton: false, invitation: 0)))
        default: break
        }
    }

    private var ring: RingReport { RingReport(oldest: acknowledged, next: made, dropped: 0) }

    private func hello(_ now: UInt64) -> Hello {
        Hello(
            counter: 0, boot: boot, resets: 0, cause: .powerOn, ring: ring, ringCapacity: Self.ringCapacity, ledger: 0,
            tick: now - began,
            identity: BoxIdentity(
                uid: BoundedBytes(truncating: uid), model: BoundedBytes(truncating: "bench".utf8),
                firmware: BoundedBytes(truncating: "1".utf8), capabilities: Capabilities(bits: 0), buttons: 5))
    }

    /// Sends what the window allows, all in one write.
    private func send(_ now: UInt64) {
        guard isLinked else { return }
        let end = min(made, acknowledged + Self.window)
        guard sent < end else { return }
        movedAt = now
        withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
            var count = 0
            while sent < end {
                let choice = UInt8(truncatingIfNeeded: MadePress.choice(Int(sent)))
                let record = PressRecord(
                    sequence: sent, button: choice, resets: 0, tick: now - began, invitation: 0)
                let message = PressMessage(boot: boot, tick: now - began, resets: 0, ring: ring, record: record)
                count += Self.put(.press(message), in: buffer, at: count)
                sent += 1
            }
            _ = Glibc.write(pty.master, buffer.baseAddress, count)
        }
    }

    private func write(_ message: BoxMessage) {
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
            let count = Self.put(message, in: buffer, at: 0)
            _ = Glibc.write(pty.master, buffer.baseAddress, count)
        }
    }

    private static func put(_ message: BoxMessage, in buffer: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        let frame = message.encoded()
        for index in 0..<frame.count { buffer[start + index] = frame[index] }
        return frame.count
    }
}
