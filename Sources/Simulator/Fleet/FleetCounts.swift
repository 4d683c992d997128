/// What a fleet did so far.
public struct FleetCounts: Sendable, Equatable {
    /// Presses that got a slot.
    public var presses = 0
    /// Presses that found the ring full.
    public var dropped = 0
    /// Presses that a cold start erased before their receipt.
    public var wiped = 0
    /// Presses with their receipt.
    public var receipted = 0
    /// Warm resets, the torn ones among them.
    public var resets = 0
    /// Warm resets in the middle of a press.
    public var torn = 0
    /// Cold starts.
    public var coldStarts = 0
    /// Cables pulled, by hand or by the schedule.
    public var unplugs = 0
}

extension FleetCounts: CustomStringConvertible {
    /// One line: `presses=… dropped=… wiped=… …`.
    public var description: String {
        "presses=\(presses) dropped=\(dropped) wiped=\(wiped) receipted=\(receipted) resets=\(resets) torn=\(torn)"
            + " cold=\(coldStarts) unplugs=\(unplugs)"
    }
}
