/// What goes wrong on the line of a box and with the box. Nothing does by default.
public struct Faults: Sendable, Equatable {
    /// The share of bytes, in both directions, that arrive with one bit flipped: 0 to 1.
    public var noise = 0.0
    /// The share of writes that arrive in several pieces, some milliseconds apart: 0 to 1.
    public var split = 0.0
    /// The share of bytes, in both directions, that are lost: 0 to 1.
    public var drop = 0.0
    /// The share of writes of which all or a part arrives twice: 0 to 1.
    public var repetition = 0.0
    /// The mean time between two pulls of the cable.
    public var unplugEvery: Duration?
    /// How long the cable is out, on average.
    public var unpluggedFor = Duration.milliseconds(500)
    /// The mean time between two warm resets.
    public var resetEvery: Duration?
    /// The share of warm resets that come in the middle of a press: 0 to 1.
    public var tearing = 0.25
    /// The mean time between two cold starts: they erase what the ring holds.
    public var coldEvery: Duration?
    /// The share of time without a connection: 0 to less than 1.
    public var offline = 0.0
    /// How long one time without a connection is, on average.
    public var offlineFor = Duration.seconds(10)

    /// No faults.
    public static let none = Faults()

    /// No faults, to be filled in.
    public init() {}
}

extension Duration {
    /// Milliseconds, 0 for a negative duration.
    var milliseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(seconds) &* 1_000 &+ UInt64(attoseconds / 1_000_000_000_000_000)
    }
}
