import Foundation

/// The boxes of a fleet, on the fleet's thread: one loop over `poll(2)`.
final class FleetCore {
    /// Somebody waits until a condition holds.
    struct Waiter {
        var number: Int
        var condition: @Sendable (FleetCore) -> Bool
        var answer: @Sendable (FleetCore, Result<Void, any Error>) -> Void
    }

    /// Lines without a host are looked at this often, should the kernel's notice of an opened one be missed.
    static let hostLookup: UInt64 = 500
    /// And this often, where the kernel gives no notice at all.
    static let hostLookupWithoutNotice: UInt64 = 100

    let configuration: FleetConfiguration
    let journal: Journal
    private let mailbox: Mailbox
    private(set) var ports: [BoxPort] = []
    private(set) var now = FleetCore.clock()
    var isStopping = false
    /// Why the fleet ended by itself.
    private(set) var failure: FleetError?
    var waiters: [Waiter] = []
    var program = ScriptPlayer()
    private let doorbell = OpenWatch()
    private var lookupAt: UInt64 = 0
    private var polled: [pollfd] = []
    private var polledPorts: [Int] = []

    init(_ configuration: FleetConfiguration, mailbox: Mailbox, hub: EventHub) throws(FleetError) {
        self.configuration = configuration
        self.mailbox = mailbox
        let folder = try LinkFolder(path: configuration.directory, boxes: configuration.boxes)
        var file: PressLogFile?
        if let path = configuration.logPath { file = try PressLogFile(path: path) }
        journal = Journal(file: file, hub: hub)
        do {
            for number in 1...configuration.boxes {
                let box = SimulatedBox(number, settings: configuration, journal: journal, now: now)
                ports.append(try BoxPort(box: box, folder: folder))
            }
        } catch {
            for port in ports { port.end() }
            throw error
        }
        // Weak, as the boxes belong to the ports that this core owns.
        for port in ports { port.box.mayPress = { [weak self] in self?.mayPress ?? false } }
    }

    /// Milliseconds of the monotonic clock.
    static func clock() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
    }

    /// Runs until it is told to stop.
    func run() {
        var isFirst = true
        while !isStopping {
            now = Self.clock()
            // Boxes are on before the first order comes.
            if !isFirst { for order in mailbox.take() { order(self) } }
            isFirst = false
            do {
                try step()
            } catch {
                failure = error
            }
            if failure == nil { failure = journal.failure }
            if failure != nil { break }
            answerWaiters()
            if !isStopping { wait() }
        }
        end()
    }

    private func step() throws(FleetError) {
        program.play(on: self)
        for port in ports where port.wakeAt <= now { try port.run(now: now) }
        if doorbell.hasRung || now >= lookupAt {
            lookupAt = now + (doorbell.descriptor < 0 ? Self.hostLookupWithoutNotice : Self.hostLookup)
            lookForHosts()
        }
    }

    private func answerWaiters() {
        guard !waiters.isEmpty else { return }
        waiters.removeAll { waiter in
            guard waiter.condition(self) else { return false }
            waiter.answer(self, .success(()))
            return true
        }
    }

    private func wait() {
        var wakeAt = program.nextAt
        var areHostsMissing = false
        polled.removeAll(keepingCapacity: true)
        polledPorts.removeAll(keepingCapacity: true)
        polled.append(pollfd(fd: mailbox.bell, events: Int16(POLLIN), revents: 0))
        for (index, port) in ports.enumerated() {
            wakeAt = min(wakeAt, port.wakeAt)
            guard let pty = port.pty else { continue }
            if port.isHostPresent {
                polled.append(pollfd(fd: pty.master, events: port.pollEvents, revents: 0))
                polledPorts.append(index)
            } else {
                areHostsMissing = true
            }
        }
        if areHostsMissing {
            wakeAt = min(wakeAt, lookupAt)
            // Last, as it belongs to no port; a negative descriptor is left out by the kernel.
            polled.append(pollfd(fd: doorbell.descriptor, events: Int16(POLLIN), revents: 0))
        }
        let now = Self.clock()
        let timeout = wakeAt <= now ? 0 : Int32(min(wakeAt - now, 60_000))
        guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { return }
        self.now = Self.clock()
        for (entry, index) in zip(polled.dropFirst(), polledPorts) where entry.revents != 0 {
            ports[index].notice(entry.revents, now: self.now)
        }
    }

    /// Looks which of the lines without a host have one now.
    private func lookForHosts() {
        polled.removeAll(keepingCapacity: true)
        polledPorts.removeAll(keepingCapacity: true)
        for (index, port) in ports.enumerated() {
            guard let pty = port.pty, !port.isHostPresent else { continue }
            polled.append(pollfd(fd: pty.master, events: Int16(POLLIN), revents: 0))
            polledPorts.append(index)
        }
        guard !polled.isEmpty, poll(&polled, nfds_t(polled.count), 0) >= 0 else { return }
        for (entry, index) in zip(polled, polledPorts) where entry.revents & Int16(POLLHUP) == 0 {
            ports[index].notice(entry.revents, now: now)
        }
    }

    private func end() {
        isStopping = true
        for port in ports { port.end() }
        for order in mailbox.shut() { order(self) }
        for waiter in waiters { waiter.answer(self, .failure(failure ?? FleetError.stopped)) }
        waiters.removeAll()
    }
}
