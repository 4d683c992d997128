/// Sizes, protocol version and timers of the wire language. Times are in milliseconds.
public enum WireLimits {
    /// The protocol version that this code speaks.
    public static let version: UInt8 = 1
    /// The longest frame body in bytes: type, payload and CRC.
    public static let body = 128
    /// The longest encoded frame in bytes: one COBS code byte, the body, the delimiter.
    public static let encoded = 130
    /// How many presses a box sends ahead of the acknowledgement.
    public static let window: UInt32 = 8
    /// How many observations a host hands to its store before one is committed.
    public static let observationsInFlight = 16
    /// The first wait of a box for an acknowledgement.
    public static let resendFirst: UInt64 = 300
    /// The longest wait of a box for an acknowledgement.
    public static let resendLongest: UInt64 = 2_400
    /// The first wait of a box between two hellos.
    public static let helloFirst: UInt64 = 1_000
    /// The longest wait of a box between two hellos.
    public static let helloLongest: UInt64 = 5_000
    /// The shortest time between two hellos that were asked for.
    public static let helloAskedShortest: UInt64 = 500
    /// The time between two heartbeats.
    public static let heartbeat: UInt64 = 5_000
    /// Silence after which the peer counts as gone.
    public static let deadPeer: UInt64 = 15_000
    /// The time between two hello requests while no box answers.
    public static let helloRequest: UInt64 = 5_000
    /// The shortest time between two hello requests.
    public static let helloRequestShortest: UInt64 = 1_000
    /// The shortest time between two look-ups of a box that says hello.
    public static let identifyShortest: UInt64 = 100
    /// How long a probed box may be silent.
    public static let probe: UInt64 = 2_000
    /// The time between two sendings of a setting, invitation or badge that is not answered yet.
    public static let repeatUnanswered: UInt64 = 1_000
    /// The time between two sendings of RENEW.
    public static let renew: UInt64 = 2_000
    /// The longest time between two savings of the tick in the retained header.
    public static let tickSaved: UInt64 = 1_000
    /// How long a button may be held down before it counts as stuck.
    public static let stuckButton: UInt64 = 30_000
    /// The most buttons of a box.
    public static let buttons = 16
    /// The lowest sequence that no press can have.
    public static let sequenceEnd: UInt32 = 0xFFFF_FFFF
    /// The bits of a tick.
    static let tickMask: UInt64 = 0xFFFF_FFFF_FFFF
}
