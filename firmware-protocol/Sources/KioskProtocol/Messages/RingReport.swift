/// What a box says of its ring: the sequences that it holds and what it could not hold.
public struct RingReport: Sendable, Equatable {
    /// The oldest sequence still held; equal to `next` when the ring is empty.
    public var oldest: UInt32
    /// The sequence of the next press.
    public var next: UInt32
    /// How many presses of this boot found no room, all together.
    public var dropped: UInt32

    /// A report of a ring.
    public init(oldest: UInt32, next: UInt32, dropped: UInt32) {
        self.oldest = oldest
        self.next = next
        self.dropped = dropped
    }

    func isPossible(capacity: UInt16) -> Bool {
        oldest <= next && next - oldest <= UInt32(capacity)
    }
}
