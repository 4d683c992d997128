import Ratings

/// The ratings of a period and of an earlier one.
public struct CountPair: Hashable, Sendable {
    /// Of this period.
    public var now: Counts
    /// Of the earlier one.
    public var then: Counts

    /// Fewer ratings than this are too few for a share to say much (số lượt ít, chỉ để tham khảo).
    public static let few = 30

    /// How many more there are of `part` than there were.
    public func difference(_ part: (Counts) -> Int) -> Int { part(now) - part(then) }

    /// By how much the share of `part` in all ratings moved: percentage points times 10^decimals. The difference of the
    /// shares as they are printed, so that a reader who subtracts finds it. Nil where one period has no ratings.
    public func points(_ part: (Counts) -> Int, decimals: Int) -> Int? {
        guard let now = Share(part(now), of: now.total), let then = Share(part(then), of: then.total) else {
            return nil
        }
        return now.scaledPercent(decimals: decimals) - then.scaledPercent(decimals: decimals)
    }

    /// Whether one of both periods has some ratings, but few.
    public var isFew: Bool { [now.total, then.total].contains { (1..<Self.few).contains($0) } }
}
