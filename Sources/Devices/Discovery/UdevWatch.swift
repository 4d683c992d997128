import Dispatch
import Logging
import Synchronization

/// Looks when udev says something, and on a timer.
// `udev`, `timer`, `table` and `isOverfull` are used on `looking` alone, `monitor` and `notices` on `listening` alone;
// both queues are serial.
final class UdevWatch: @unchecked Sendable {
    /// Many notices come together; one look does for all that came within this time.
    private static let gathering = DispatchTimeInterval.milliseconds(10)
    /// A notice may come before what it tells of is done: so a second look follows.
    private static let settling = DispatchTimeInterval.milliseconds(300)

    private let rules: [AdapterRule]
    private let log: Logger
    private let tell: @Sendable (PortEvent) -> Void
    /// Looking takes time while many adapters come at once; hearing must go on meanwhile.
    private let looking = DispatchQueue(label: "udev.looking")
    private let listening = DispatchQueue(label: "udev.listening")
    /// The ports said to be added since the last look; nil when no look is due.
    private let added = Mutex<Set<String>?>(nil)
    private let udev: Udev
    private var monitor: UdevMonitor?
    private var notices: (any DispatchSourceRead)?
    private var timer: (any DispatchSourceTimer)?
    private var table = PortTable()
    private var isOverfull = false

    /// Nil where libudev cannot be used.
    init?(rules: [AdapterRule], log: Logger, tell: @escaping @Sendable (PortEvent) -> Void) {
        guard let udev = Udev() else { return nil }
        self.udev = udev
        self.rules = rules
        self.log = log
        self.tell = tell
    }

    func start() {
        listening.async {
            // Listening comes before the first look, or what is plugged in between would be missed.
            self.listen()
            self.looking.async { self.lookNowAndThen() }
        }
    }

    func stop() {
        looking.async {
            self.timer?.cancel()
            self.timer = nil
        }
        listening.async {
            self.notices?.cancel()
            self.notices = nil
        }
    }

    private func listen() {
        // A context of its own: libudev's are for one thread each.
        guard let monitor = Udev()?.monitor() else {
            log.warning("udev cannot be heard: boxes are found by looking every \(UdevPorts.rescanEvery)")
            return
        }
        let notices = DispatchSource.makeReadSource(fileDescriptor: monitor.descriptor, queue: listening)
        notices.setEventHandler { [weak self] in self?.hear() }
        // The descriptor is closed only after the source has let go of it.
        notices.setCancelHandler { self.monitor = nil }
        self.monitor = monitor
        self.notices = notices
        notices.resume()
    }

    private func hear() {
        guard let heard = monitor?.added() else { return }
        let isDue = added.withLock { added in
            defer { added = (added ?? []).union(heard) }
            return added != nil
        }
        guard !isDue else { return }
        looking.asyncAfter(deadline: .now() + Self.gathering) { self.look() }
        looking.asyncAfter(deadline: .now() + Self.settling) { self.look() }
    }

    private func lookNowAndThen() {
        let timer = DispatchSource.makeTimerSource(queue: looking)
        let seconds = Int(UdevPorts.rescanEvery.components.seconds)
        timer.schedule(deadline: .now(), repeating: .seconds(seconds), leeway: .seconds(1))
        timer.setEventHandler { [weak self] in self?.look() }
        self.timer = timer
        timer.resume()
    }

    private func look() {
        let added = added.withLock { added in
            defer { added = nil }
            return added ?? []
        }
        let found = udev.ports().filter { found in
            found.port.adapter.map { adapter in rules.contains { $0.matches(adapter) } } ?? false
        }
        let isOverfull = found.count > UdevPorts.mostPorts
        if isOverfull, !self.isOverfull {
            let text = "\(found.count) adapters are there; only \(UdevPorts.mostPorts) are opened"
            log.error("\(text). Narrow 'adapters' in hailong.yaml.")
        }
        self.isOverfull = isOverfull
        for event in table.take(Array(found.prefix(UdevPorts.mostPorts)), added: added) { tell(event) }
    }
}
