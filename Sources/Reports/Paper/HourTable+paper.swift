import Ratings

extension HourTable {
    /// The hours and days as a field of shades.
    public var block: Block {
        .heatMap(
            HeatMap(
                caption: "Giờ", columns: weekdays.map(Self.name(ofWeekday:)), rows: hours.map(Self.name(ofHour:)),
                counts: hours.map { hour in weekdays.map { counts(hour: hour, weekday: $0).total } }))
    }
}
