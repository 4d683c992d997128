/// How close the rows of a table stand: a part that misses one page by little is set closer, so that it is on one.
enum TableDensity: CaseIterable {
    case roomy, close, small, dense

    /// The largest size of a cell's text, in points.
    var size: Double {
        switch self {
        case .roomy, .close: 12
        case .small, .dense: 11
        }
    }

    /// Room above and below a cell's text, each, in points.
    var padding: Double {
        switch self {
        case .roomy: 3
        case .close, .small: 1.5
        case .dense: 0.5
        }
    }
}
