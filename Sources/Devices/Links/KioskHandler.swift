import KioskProtocol
import Logging
import NIOCore
import Ratings

/// The thin shell of the host's half of a link: bytes and time go into `KioskLink`, its actions come out.
///
/// Everything here runs on the channel's event loop. What takes time is an errand that a courier runs; the link lets
/// no more than 16 observations be under way, so the errands are bounded.
final class KioskHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// A commit that takes longer makes the box show "busy".
    private static let busyAfter: UInt64 = 2000
    /// Timers ring at multiples of this, and at coarser ones if they are more than a second away.
    private static let (timerGrid, coarseGrid): (UInt64, UInt64) = (16, 128)
    /// A boot whose sequences pass this is renewed, long before they run out.
    private static let renewFrom: UInt32 = 0xF000_0000
    /// A box is asked for its status this often.
    private static let statusEvery: UInt64 = 600_000

    private var link: KioskLink
    private let clock: any HostClock
    private let monitor: LinkMonitor
    private let door: any PressDoor
    private let log: Logger
    private let taps: WireTaps
    private let errands: AsyncStream<Errand>.Continuation
    private var translator: PressTranslator?
    private var timer: Scheduled<Void>?
    private var timerDue = UInt64.max
    private var context: ChannelHandlerContext?
    private var waitingSince: UInt64?
    /// What the link gave to be stored and the courier has not got yet, and the ticket of the last of it.
    private var unstored: (observations: [Observation], ticket: UInt64) = ([], 0)
    /// The last ticket that the courier has, while it stores it.
    private var underway: UInt64?
    private var probes: [CheckedContinuation<Bool, Never>] = []
    /// The answer to the probes under way, once it is known.
    private var isAlive: Bool?
    private var taken = 0
    /// First sequence that the box has not used, and first that was not handed to the door.
    private var (announced, handed): (UInt32, UInt32) = (0, 0)
    /// Codes of the counters where the box stands, as the log names them.
    private var counters: [String] = []
    private var statusAskedAt: UInt64 = 0
    private static let mostBadges = 4
    private var badgesUnderway = 0

    init(
        ledger: UInt64, clock: any HostClock, monitor: LinkMonitor, door: any PressDoor, log: Logger,
        taps: WireTaps, errands: AsyncStream<Errand>.Continuation
    ) {
        link = KioskLink(ledger: ledger, now: Self.now)
        self.clock = clock
        self.monitor = monitor
        self.door = door
        self.log = log
        self.taps = taps
        self.errands = errands
    }

    /// Milliseconds of the monotonic clock.
    static var now: UInt64 { NIODeadline.now().uptimeNanoseconds / 1_000_000 }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { pump() }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) { pump() }

    func channelInactive(context: ChannelHandlerContext) { end() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        taps.tell(monitor.port, .fromBox(Array(buffer.readableBytesView)))
        let (now, reading) = (Self.now, clock.read())
        var hasNews = false
        // All frames of one read are answered at once, but taken one by one: the link has room for few observations.
        for byte in buffer.readableBytesView where link.receive(byte, now: now) {
            act(context, now, reading)
            hasNews = true
        }
        if hasNews { pump() }
    }

    private func end() {
        timer?.cancel()
        timer = nil
        context = nil
        errands.finish()
        answerProbes(false)
    }

    // MARK: Answers of the couriers

    func welcomed(_ standing: Ratings.Standing, _ device: String, to hello: Hello) {
        translator = PressTranslator(
            device: device,
            ringSurvivesPowerLoss: hello.identity.capabilities.contains(.ringSurvivesPowerLoss),
            lastHeard: standing.lastHeard)
        counters = standing.counters
        if hello.boot == 0 {
            link.offer(boot: standing.boot, now: Self.now)
        } else {
            link.known(next: standing.next, dropped: standing.dropped, now: Self.now)
        }
        pump()
    }

    func committed(through ticket: UInt64, receipts: [Receipt]) {
        let now = Self.now
        taken += receipts.count { if case .stored = $0 { true } else { false } }
        if receipts.contains(where: { if case .conflict = $0 { true } else { false } }) {
            monitor.tell(.warning, "box repeats a sequence with other content; it is to begin a new boot")
            link.renew(boot: UInt64.random(in: 1...UInt64.max), now: now)
        }
        waitingSince = nil
        if ticket == underway { underway = nil }
        let waiting = announced > handed ? announced - handed : 0
        monitor.update { ($0.waiting, $0.taken) = (Int(waiting), taken) }
        link.notice(Notice(standing: .ready), now: now)
        link.committed(through: ticket, now: now)
        pump()
    }

    func probe(_ answer: CheckedContinuation<Bool, Never>) {
        guard context != nil else { return answer.resume(returning: false) }
        probes.append(answer)
        link.probe(now: Self.now)
        pump()
    }

    func answered(_ answer: OfficerAnswer) {
        badgesUnderway -= 1
        order { link, now in link.officer(answer, now: now) }
    }

    func order(_ body: (inout KioskLink, UInt64) -> Void) {
        body(&link, Self.now)
        pump()
    }

    private func answerProbes(_ isAlive: Bool) {
        for probe in probes { probe.resume(returning: isAlive) }
        probes = []
    }

    // MARK: Actions of the link

    private func pump() {
        guard let context else { return }
        let now = Self.now
        if let waitingSince, now >= waitingSince + Self.busyAfter {
            link.notice(Notice(standing: .busy), now: now)
        }
        act(context, now, clock.read())
        // After the loop: what came with the sign of life is known by now.
        if let isAlive {
            self.isAlive = nil
            answerProbes(isAlive)
        }
        if underway == nil { handOver() }
        if underway != nil { waitingSince = waitingSince ?? now }
        context.flush()
        count()
        schedule(now, context)
    }

    /// Does what the link asks for now; frames are written and not flushed.
    private func act(_ context: ChannelHandlerContext, _ now: UInt64, _ reading: ClockReading) {
        while let action = link.next(now: now) {
            switch action {
            case .send(let frame): write(frame, context)
            case .store(let report):
                handed = max(handed, report.record.sequence &+ 1)
                keep(translator?.press(report, at: reading), report.ticket)
            case .gap(let report): keep(translator?.gap(report, at: reading), report.ticket)
            case .dropped(let report): keep(translator?.dropped(report, at: reading), report.ticket)
            default: note(action, reading, now)
            }
        }
    }

    /// What cannot be said whose it is cannot be stored: where its ticket moved on, it would be acknowledged all the same.
    private func keep(_ observation: Observation?, _ ticket: UInt64) {
        guard let observation else {
            monitor.willClose(because: "a press came before it was known whose it is")
            context?.close(promise: nil)
            return end()
        }
        unstored.observations.append(observation)
        unstored.ticket = ticket
    }

    /// Gives the courier all that waits. While it is busy more may come, which then goes together.
    private func handOver() {
        guard unstored.ticket > 0 else { return }
        errands.yield(.store(unstored.observations, through: unstored.ticket))
        underway = unstored.ticket
        unstored = ([], 0)
    }

    private func count() {
        var (resends, badFrames) = (0, 0)
        monitor.update {
            (resends, badFrames) = (Int(link.resends) - $0.resends, Int(link.badFrames) - $0.badFrames)
            ($0.resends, $0.badFrames) = (Int(link.resends), Int(link.badFrames))
        }
        if resends > 0 { monitor.count(.resend, by: resends) }
        if badFrames > 0 { monitor.count(.badFrame, by: badFrames) }
    }

    private func write(_ frame: WireFrame, _ context: ChannelHandlerContext) {
        // A peer that does not read must not make us grow: what does not fit is dropped, as on any wire.
        guard context.channel.isWritable else { return }
        var buffer = context.channel.allocator.buffer(capacity: frame.count)
        for index in 0..<frame.count { buffer.writeInteger(frame[index]) }
        taps.tell(monitor.port, .toBox(Array(buffer.readableBytesView)))
        context.write(wrapOutboundOut(buffer), promise: nil)
    }

    private func note(_ action: LinkAction, _ reading: ClockReading, _ now: UInt64) {
        switch action {
        case .identify(let hello):
            log.debug("hello", metadata: ["device": "\(hello.identity.device)"])
            // What the store knows of a boot is asked behind all that came of it.
            handOver()
            errands.yield(.identify(hello, reading))
        case .connected(let hello):
            if monitor.current.phase != .duplicate { monitor.enter(.connected, at: reading.wall) }
            monitor.count(.connected)
            monitor.tell(
                .notice, "box connected",
                [
                    "counter": "\(counters.joined(separator: ","))", "boot": "\(String(hello.boot, radix: 16))",
                    "resets": "\(hello.resets)", "cause": "\(hello.cause)",
                ])
            (announced, handed) = (0, 0)
            hold(hello.ring, boot: hello.boot, reading)
            // The first round trip is worth knowing before the first press.
            link.probe(now: now)
            askStatus(now)
        case .announced(let boot, let next):
            announced = max(announced, next)
            guard let translator else { return }
            door.heard(translator.device, boot: boot, announced: next, at: reading.wall)
        case .sample(let sample):
            translator?.roundTrip = .milliseconds(Int64(clamping: sample.roundTrip))
            translator?.drift.take(sample, host: reading.bootTime)
            monitor.update { $0.roundTripMilliseconds = Int(clamping: sample.roundTrip) }
            hold(sample.ring, boot: sample.boot, reading)
            if now >= statusAskedAt + Self.statusEvery { askStatus(now) }
            if monitor.current.phase == .silent { monitor.enter(.connected, at: reading.wall) }
        case .status(let status):
            let health = BoxHealth(status, at: reading.wall)
            let stuck = health.stuckButtons
            if !stuck.isEmpty, stuck != monitor.current.health?.stuckButtons {
                monitor.tell(
                    .warning, "button is stuck", ["buttons": "\(stuck.map(String.init).joined(separator: ","))"])
            }
            monitor.update { $0.health = health }
        case .badge(let request):
            // A box that asks faster than it is answered asks again.
            guard badgesUnderway < Self.mostBadges else { return }
            badgesUnderway += 1
            errands.yield(.badge(request))
        case .settingsApplied, .invited: break
        case .alive: isAlive = true
        case .silent: isAlive = false
        case .dead:
            guard monitor.enter(.silent, at: reading.wall) else { return }
            monitor.count(.silent)
            monitor.tell(.warning, translator == nil ? "nothing comes from the port" : "box is silent")
        case .refused(let reason):
            let text = "no protocol version in common (\(reason)); update the box's firmware or this service"
            if let hello = link.newestHello, !hello.identity.device.isEmpty {
                monitor.update { ($0.device, $0.description) = (hello.identity.device, BoxDescription(hello)) }
            }
            guard monitor.refuse(Objection(refusal: .version, reason: text), at: reading.wall) else { return }
            monitor.count(.refused)
            monitor.tell(.warning, "box refused", ["why": "\(text)"])
        case .send, .store, .gap, .dropped: break
        }
    }

    private func askStatus(_ now: UInt64) {
        statusAskedAt = now
        link.requestStatus(now: now)
    }

    private func hold(_ ring: RingReport, boot: UInt64, _ reading: ClockReading) {
        guard let translator else { return }
        announced = max(announced, ring.next)
        if ring.next > Self.renewFrom { link.renew(boot: UInt64.random(in: 1...UInt64.max), now: Self.now) }
        monitor.update { $0.waiting = Int(ring.next - ring.oldest) }
        door.heard(translator.device, boot: boot, announced: ring.next, at: reading.wall)
    }

    private func schedule(_ now: UInt64, _ context: ChannelHandlerContext) {
        var due = link.deadline
        if let waitingSince, waitingSince + Self.busyAfter > now { due = min(due, waitingSince + Self.busyAfter) }
        // The timers of many links ring together: each time a core wakes costs more than what it wakes for.
        let grid = due > now + 1000 ? Self.coarseGrid : Self.timerGrid
        if due != .max { due = (due + grid - 1) / grid * grid }
        guard timer == nil || due < timerDue || timerDue <= now else { return }
        timer?.cancel()
        timerDue = due
        guard due != .max else { return }
        let wait = due > now ? min(due - now, 60_000) : 1
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(wait))) { [weak self] in
            self?.timer = nil
            self?.timerDue = .max
            self?.pump()
        }
    }
}
