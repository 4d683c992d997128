import KioskProtocol
import Ratings

/// What a link's handler asks of the rest of the house, in order.
enum Errand: Sendable {
    /// A box says who it is: look it up, at this reading of the clock.
    case identify(Hello, ClockReading)
    /// Store these, whose tickets end with `ticket`.
    case store([Observation], through: UInt64)
    /// Whose badge is this?
    case badge(BadgeRequest)
}
