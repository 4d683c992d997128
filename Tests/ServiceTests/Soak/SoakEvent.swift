/// What befalls the service while presses come. What befalls boxes and lines is the fleet's own schedule.
enum SoakEvent: String, CaseIterable {
    /// Killed, and started again.
    case kill
    /// Asked to end, and started again.
    case restart
    /// Stopped, and let go on after up to three seconds.
    case stop
    /// Its wall clock is stepped by hours while it runs.
    case step
    /// It is killed, and starts with the wall clock wrong by years.
    case years
    /// It is killed, and starts with a wall clock that nobody has set: 1970, until it is set while it runs.
    case unset
    /// A copy of the ledger is made.
    case backup
    /// It is killed, and a copy is put in the ledger's place.
    case restore
    /// All ratings are computed again.
    case reproject
    /// A press no longer counts.
    case setAside
    /// A press that was set aside counts after all.
    case keep
    /// A box was always at another counter.
    case move
    /// The minimum interval is changed for all time, and back.
    case interval
    /// It is killed while a correction is under way.
    case interrupt
    /// The chain is walked beside it.
    case verify

    /// How often it happens, as a share of all events.
    var weight: Int {
        switch self {
        case .kill, .step, .restore: 6
        case .stop, .backup, .setAside, .interrupt: 4
        case .years, .unset, .move: 3
        case .restart, .reproject, .keep: 2
        case .interval, .verify: 1
        }
    }

    /// Each as often as its weight says.
    static let urn = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
}
