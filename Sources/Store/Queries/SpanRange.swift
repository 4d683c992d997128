import GRDB
import Ratings

/// A range of days as the whole spans in it and the days beside them.
struct SpanRange: Hashable {
    /// Spans of which all days are asked for.
    var spans: Range<Int>
    /// All other days that are asked for, by number.
    var edges: [ClosedRange<Int>]

    init(_ days: ClosedRange<Day>) {
        let (first, end) = (days.lowerBound.number, days.upperBound.number + 1)
        let whole = (-SpanSum.span(of: -first), SpanSum.span(of: end))
        guard whole.0 < whole.1 else {
            (spans, edges) = (0..<0, [first...(end - 1)])
            return
        }
        spans = whole.0..<whole.1
        let inner = (whole.0 * SpanSum.days, whole.1 * SpanSum.days)
        edges = []
        if first < inner.0 { edges.append(first...(inner.0 - 1)) }
        if inner.1 < end { edges.append(inner.1...(end - 1)) }
    }

    /// Without spans, for a database that has no sums.
    init(edges days: ClosedRange<Day>) {
        (spans, edges) = (0..<0, [days.lowerBound.number...days.upperBound.number])
    }
}
