/// Counted ratings of one hour of one day of the week, in one column.
public struct HourCount: Hashable, Sendable {
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int
    /// Hour of the day, 0 to 23.
    public var hour: Int
    /// The column it is counted in.
    public var column: Column
    /// How many ratings.
    public var count: Int

    /// A count.
    public init(weekday: Int, hour: Int, column: Column, count: Int) {
        self.weekday = weekday
        self.hour = hour
        self.column = column
        self.count = count
    }
}
