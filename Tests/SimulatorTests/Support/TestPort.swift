import Foundation
import KioskProtocol

/// One line of a tiny host.
struct TestPort {
    static let ledger: UInt64 = 77

    let number: Int
    let path: String
    private(set) var descriptor: Int32 = -1
    private var link = KioskLink(ledger: TestPort.ledger, now: 0)
    private var device = ""
    private var badFramesBefore = 0
    private var resendsBefore = 0

    init(number: Int, path: String) {
        self.number = number
        self.path = path
    }

    mutating func close() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    /// Opens the link if it is closed, takes what came, and gives the presses that are new on this link.
    mutating func serve(_ ledger: inout TestLedger, invitation: Invitation?, now: UInt64) -> [PressReport] {
        var line = ledger.lines[number] ?? TestLedger.Line()
        defer { ledger.lines[number] = line }
        if descriptor < 0 { open(&line, now) }
        guard descriptor >= 0 else { return [] }
        if let invitation { link.invite(invitation, now: now) }
        var presses: [PressReport] = []
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while descriptor >= 0 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EAGAIN { break }
            guard count > 0 else {
                close()
                break
            }
            line.reads += 1
            line.bytes += count
            if buffer[count - 1] != 0 { line.cutReads += 1 }
            for byte in buffer[..<count] where link.receive(byte, now: now) {
                pull(&ledger, &line, &presses, now)
            }
        }
        pull(&ledger, &line, &presses, now)
        line.badFrames = badFramesBefore + Int(link.badFrames)
        line.resends = resendsBefore + Int(link.resends)
        return presses
    }

    private mutating func open(_ line: inout TestLedger.Line, _ now: UInt64) {
        descriptor = Glibc.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        badFramesBefore = line.badFrames
        resendsBefore = line.resends
        line.openings += 1
        link = KioskLink(ledger: Self.ledger, now: now)
    }

    private mutating func pull(
        _ ledger: inout TestLedger, _ line: inout TestLedger.Line, _ presses: inout [PressReport], _ now: UInt64
    ) {
        while let action = link.next(now: now) {
            switch action {
            case .send(let frame):
                let bytes = (0..<frame.count).map { frame[$0] }
                write(descriptor, bytes, bytes.count)
            case .identify(let hello):
                device = (0..<hello.identity.uid.count).map { String(format: "%02x", hello.identity.uid[$0]) }.joined()
                line.hello = hello
                if hello.boot == 0 {
                    link.offer(boot: UInt64.random(in: 1 ... .max), now: now)
                } else {
                    let boot = ledger.boots[hello.boot] ?? TestLedger.Boot()
                    link.known(next: boot.next, dropped: boot.dropped, now: now)
                }
            case .connected: line.connections += 1
            case .refused(let reason): line.refusals.append(reason)
            case .store(let report):
                presses.append(report)
                ledger.keep(report, of: device)
                link.committed(through: report.ticket, now: now)
            case .gap(let gap):
                ledger.gaps += 1
                ledger.boots[gap.boot, default: TestLedger.Boot()].next = gap.to
                link.committed(through: gap.ticket, now: now)
            case .dropped(let report):
                ledger.boots[report.boot, default: TestLedger.Boot()].dropped = report.total
                link.committed(through: report.ticket, now: now)
            default: break
            }
        }
    }
}
