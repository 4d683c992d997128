/// A queue of bounded length, first in, first out.
struct ObservationQueue: Sendable {
    private var entries = InlineArray<20, Observation?>(repeating: nil)
    private(set) var count = 0

    var room: Int { 20 - count }
    var isEmpty: Bool { count == 0 }

    subscript(index: Int) -> Observation? { index < count ? entries[index] : nil }

    mutating func append(_ observation: Observation) {
        guard count < 20 else { return }
        entries[count] = observation
        count += 1
    }

    mutating func removeFirst() -> Observation? {
        guard count > 0 else { return nil }
        let first = entries[0]
        for index in 1..<count { entries[index - 1] = entries[index] }
        count -= 1
        entries[count] = nil
        return first
    }

    mutating func removeAll() {
        while count > 0 {
            count -= 1
            entries[count] = nil
        }
    }
}
