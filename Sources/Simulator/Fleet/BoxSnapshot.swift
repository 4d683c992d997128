import KioskProtocol

/// How a box fares at one moment.
public struct BoxSnapshot: Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int
    /// Its UID in lower-case hexadecimal.
    public var uid: String
    /// Whether its cable is in, so that its link is there.
    public var isPlugged: Bool
    /// Whether a host has its line open.
    public var isHostPresent: Bool
    /// Whether a host has welcomed it and answers.
    public var isLinked: Bool
    /// The light while nobody presses.
    public var light: IdleLight
    /// The life of its ring, 0 for none.
    public var boot: UInt64
    /// The sequence of the oldest press without receipt, in its ring; of its next press where the ring is empty.
    public var oldest: UInt32
    /// The sequence of its next press.
    public var next: UInt32
    /// Presses without receipt, those in the making among them.
    public var unreceipted: Int
    /// Presses of this life that found no room.
    public var dropped: Int
    /// Frames from the host that were rejected since its start.
    public var badFrames: Int
    /// Press frames that it sent again since its start.
    public var resends: Int
    /// Its millisecond counter.
    public var tick: UInt64

    init(_ box: SimulatedBox, now: UInt64) {
        let ring = box.brain.ring
        let device = box.brain.device
        number = box.number
        uid = box.uid
        isPlugged = box.isPlugged
        isHostPresent = box.isConnected
        isLinked = box.isUp && device.isLinked
        light = device.idleLight
        boot = ring.boot
        oldest = ring.oldest
        next = ring.next
        unreceipted = box.unreceipted
        dropped = Int(ring.dropped)
        badFrames = Int(device.badFrames)
        resends = Int(device.resends)
        tick = device.tick(now: now)
    }
}
