import CHost
import Foundation
import Ratings

/// The host's own clocks.
public struct SystemClock: HostClock {
    private let hostBoot: String

    /// The clocks of this boot of the host.
    public init() {
        let id = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        hostBoot = id?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
    }

    /// Reads wall clock, boot-time clock and whether the kernel calls the wall clock disciplined.
    public func read() -> ClockReading {
        var wall = timespec()
        var boot = timespec()
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_BOOTTIME, &boot)
        return ClockReading(
            wall: Instant(milliseconds: Int64(wall.tv_sec) * 1000 + Int64(wall.tv_nsec) / 1_000_000),
            hostBoot: hostBoot, bootTime: .seconds(boot.tv_sec) + .nanoseconds(boot.tv_nsec),
            isSynchronized: hl_clock_is_synchronized() != 0)
    }
}
