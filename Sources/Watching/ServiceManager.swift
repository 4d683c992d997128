import CSystemd
import Foundation

/// Who has started the service and watches over it.
public protocol ServiceManager: Sendable {
    /// Tells it variables as `sd_notify(3)` takes them.
    func tell(_ state: String)
    /// Within what time it wants a sign of life, again and again; nil where it wants none of this process.
    var watchdog: Duration? { get }
}

/// systemd, as it has named itself in the environment.
public struct Systemd: ServiceManager {
    private init() {}

    /// systemd, where it has started this process and wants to be told; else nil.
    public static var present: Systemd? {
        ProcessInfo.processInfo.environment["NOTIFY_SOCKET"] == nil ? nil : Systemd()
    }

    /// Sends a datagram to the manager's socket. One that does not get there is not sent again.
    public func tell(_ state: String) { sd_notify(0, state) }

    /// What `WatchdogSec=` says, where it is meant for this process.
    public var watchdog: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }
}
