/// A remark on how a press came in. It changes no verdict.
public struct Mark: OptionSet, Hashable, Sendable {
    /// The bits, as stored.
    public let rawValue: Int

    /// The marks of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It arrived more than a minute after it was made (lượt đến muộn do mất kết nối).
    public static let late = Mark(rawValue: 1 << 0)
    /// The host's clock was not set, or ran backwards.
    public static let clockUnset = Mark(rawValue: 1 << 1)
    /// The box lost time between the press and its receipt.
    public static let timeLost = Mark(rawValue: 1 << 2)
    /// Made while the service was down: counted as in open mode (mất kết nối).
    public static let disconnected = Mark(rawValue: 1 << 3)
    /// Within an invitation, from dissatisfied to satisfied.
    public static let turnedSatisfied = Mark(rawValue: 1 << 4)
    /// The uncertainty crosses a change of officer.
    public static let officerUncertain = Mark(rawValue: 1 << 5)
}
