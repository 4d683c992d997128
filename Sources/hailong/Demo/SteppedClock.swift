import Foundation
import Ratings
import Synchronization

/// The demo's clock. It stands still until it is stepped, wall and boot-time clock alike, so that a month passes in a
/// minute and every press still has its exact moment. Let run, it goes on in real time from where it stands.
final class SteppedClock: HostClock {
    private struct State {
        var wall: Instant
        var bootTime: Duration
        var runningSince: ContinuousClock.Instant?
    }

    private let state: Mutex<State>

    /// A clock that stands at `wall`.
    init(at wall: Instant) { state = Mutex(State(wall: wall, bootTime: .seconds(60))) }

    func read() -> ClockReading {
        state.withLock { state in
            let ran = state.runningSince.map { $0.duration(to: .now) } ?? .zero
            return ClockReading(
                wall: state.wall + ran, hostBoot: "demo", bootTime: state.bootTime + ran, isSynchronized: true)
        }
    }

    /// Moves on to `wall` and returns by how much; a moment that is past already changes nothing.
    func step(to wall: Instant) -> Duration {
        state.withLock { state in
            let step = max(.zero, wall - state.wall)
            state.wall = state.wall + step
            state.bootTime += step
            return step
        }
    }

    /// Lets it run in real time from now on.
    func letRun() { state.withLock { $0.runningSince = .now } }
}
