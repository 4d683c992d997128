import Ratings

/// Tells from boxes' hellos how often they started again.
struct ResetWatch {
    /// Boxes remembered at most.
    static let mostBoxes = 4096

    private var last: [String: (boot: UInt64, resets: UInt16)] = [:]

    /// Takes a hello: how often the box was reset since its last one, or that it lost its ring; nil for no news.
    mutating func take(_ device: String, boot: UInt64, resets: UInt16) -> (event: LinkEvent, count: Int)? {
        if last.count >= Self.mostBoxes { last = [:] }
        defer { last[device] = (boot, resets) }
        let known = last[device]
        // A box asks for a boot until it has one: that is one cold start.
        if boot == 0 { return known?.boot == 0 ? nil : (.coldStart, 1) }
        guard let known, known.boot == boot, known.resets != resets else { return nil }
        return (.warmReset, Int(resets &- known.resets))
    }
}
