import Ratings
import Synchronization

/// A clock that stands where it was put.
public final class StandingClock: HostClock {
    private let reading: Mutex<ClockReading>

    /// A clock at `wall`, set by somebody or not.
    public init(_ wall: Instant, isSet: Bool = true) {
        reading = Mutex(ClockReading(wall: wall, hostBoot: "host", bootTime: .zero, isSynchronized: isSet))
    }

    /// Both clocks go on by `duration`, and the wall clock is set forward by `step` besides.
    public func advance(_ duration: Duration, step: Duration = .zero) {
        reading.withLock { reading in
            reading.wall = reading.wall + duration + step
            reading.bootTime += duration
        }
    }

    /// What both clocks say.
    public func read() -> ClockReading { reading.withLock { $0 } }
}
