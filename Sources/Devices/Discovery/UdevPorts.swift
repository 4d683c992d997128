import Dispatch
import Foundation
import Logging
import Synchronization

/// The serial adapters that are boxes, found by udev.
///
/// A notice from udev makes us look; what is there is what the look finds. So a notice that was lost, doubled or told
/// in the wrong order costs at most the time to the next look.
public struct UdevPorts: PortSource {
    /// Looks without a notice this often.
    public static let rescanEvery = Duration.seconds(10)
    /// More adapters than this are not opened.
    public static let mostPorts = 512

    private let rules: [AdapterRule]
    private let log: Logger

    /// The ports whose adapters fit one of `rules`.
    public init(_ rules: [AdapterRule] = AdapterRule.known, log: Logger) {
        self.rules = rules
        self.log = log
    }

    /// The ports there are, then every change. Without udev there are none, and the log says so.
    public func events() -> AsyncStream<PortEvent> {
        AsyncStream { continuation in
            guard let watch = UdevWatch(rules: rules, log: log, tell: { continuation.yield($0) }) else {
                log.error("libudev cannot be used: no box is found by itself. Name the ports in hailong.yaml.")
                continuation.finish()
                return
            }
            continuation.onTermination = { _ in watch.stop() }
            watch.start()
        }
    }
}

/// Looks, on a queue of its own, when udev says something and on a timer.
// Everything but `init` runs on `queue`, which is serial.
private final class UdevWatch: @unchecked Sendable {
    private let rules: [AdapterRule]
    private let log: Logger
    private let tell: @Sendable (PortEvent) -> Void
    private let queue = DispatchQueue(label: "udev")
    private let udev: Udev
    private var monitor: UdevMonitor?
    private var notices: (any DispatchSourceRead)?
    private var timer: (any DispatchSourceTimer)?
    private var table = PortTable()
    private var isOverfull = false

    init?(rules: [AdapterRule], log: Logger, tell: @escaping @Sendable (PortEvent) -> Void) {
        guard let udev = Udev() else { return nil }
        self.udev = udev
        self.rules = rules
        self.log = log
        self.tell = tell
    }

    func start() {
        queue.async {
            // Listening comes before the first look, or what is plugged in between would be missed.
            self.listen()
            let timer = DispatchSource.makeTimerSource(queue: self.queue)
            timer.schedule(
                deadline: .now(), repeating: .seconds(Int(UdevPorts.rescanEvery.components.seconds)),
                leeway: .seconds(1))
            timer.setEventHandler { self.look() }
            self.timer = timer
            timer.resume()
        }
    }

    func stop() {
        queue.async {
            self.timer?.cancel()
            self.timer = nil
            self.notices?.cancel()
            self.notices = nil
        }
    }

    private func listen() {
        guard let monitor = udev.monitor() else {
            log.warning("udev cannot be heard: boxes are found by looking every \(UdevPorts.rescanEvery)")
            return
        }
        let notices = DispatchSource.makeReadSource(fileDescriptor: monitor.descriptor, queue: queue)
        notices.setEventHandler { self.look(added: monitor.added()) }
        // The descriptor is closed only after the source has let go of it.
        notices.setCancelHandler { self.monitor = nil }
        self.monitor = monitor
        self.notices = notices
        notices.resume()
    }

    private func look(added: Set<String> = []) {
        let found = udev.ports().filter { port in
            port.port.adapter.map { adapter in rules.contains { $0.matches(adapter) } } ?? false
        }
        let tooMany = found.count > UdevPorts.mostPorts
        if tooMany, !isOverfull {
            log.error(
                "\(found.count) adapters are there; only \(UdevPorts.mostPorts) are opened. Narrow 'adapters' in hailong.yaml."
            )
        }
        isOverfull = tooMany
        for event in table.take(Array(found.prefix(UdevPorts.mostPorts)), added: added) { tell(event) }
    }
}
