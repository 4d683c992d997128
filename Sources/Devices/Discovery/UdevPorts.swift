import Logging

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
