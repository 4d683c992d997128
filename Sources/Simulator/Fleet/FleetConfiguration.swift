/// What fleet there is to be.
public struct FleetConfiguration: Sendable {
    /// The most boxes of a fleet.
    public static let mostBoxes = 999

    /// How many boxes, numbered from 1.
    public var boxes: Int
    /// The folder of the links; it is made if it is not there.
    public var directory: String
    /// What all that is random follows from.
    public var seed: UInt64
    /// What goes wrong at every box.
    public var faults = Faults.none
    /// Boxes at which other things go wrong than at the rest.
    public var faultsByBox: [Int: Faults] = [:]
    /// Boxes that are wrong for good.
    public var quirks: [Int: Quirk] = [:]
    /// The log of every press; nil for none. It must not be in `directory`, whose entries are ports.
    public var logPath: String?
    /// How many presses a box can keep.
    public var ring = RingSize.sixtyFour
    /// Whether the rings survive a loss of power.
    public var keepsRingWithoutPower = false
    /// How many buttons a box has, 1 to 16.
    public var buttons = 5
    /// Random presses of every box, on average.
    public var pressesPerSecond = 0.0
    /// After so many presses that got a slot, no random ones are made; nil for no end.
    public var pressLimit: Int?

    /// A fleet without faults.
    public init(boxes: Int, directory: String, seed: UInt64 = 1) {
        self.boxes = boxes
        self.directory = directory
        self.seed = seed
    }
}
