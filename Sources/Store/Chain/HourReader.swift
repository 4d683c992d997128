import Ratings

/// Day and hour of moments that are mostly near the one asked before.
struct HourReader {
    /// No zone's hour begins within such a stretch of UTC.
    private static let stretch: Int64 = 15 * 60_000

    private let settings: SettingsBook
    private var start = Int64.min
    private var known: (day: Int, hour: Int)?

    init(_ settings: SettingsBook) { self.settings = settings }

    mutating func dayAndHour(of moment: Instant) -> (day: Int, hour: Int) {
        if let known, moment.milliseconds >= start, moment.milliseconds < start &+ Self.stretch { return known }
        start = moment.milliseconds &- ((moment.milliseconds % Self.stretch) + Self.stretch) % Self.stretch
        let ends = (
            look(Instant(milliseconds: start)), look(Instant(milliseconds: start &+ Self.stretch &- 1))
        )
        // Where a zone or a setting changes within the stretch, each moment is looked up for itself.
        known = ends.0 == ends.1 ? ends.0 : nil
        return known ?? look(moment)
    }

    private func look(_ moment: Instant) -> (day: Int, hour: Int) {
        let zone = settings.zone(at: moment)
        return (zone.day(of: moment).number, zone.hour(of: moment))
    }
}
