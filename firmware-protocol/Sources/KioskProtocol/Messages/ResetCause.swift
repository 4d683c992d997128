/// Why a box last started.
public enum ResetCause: UInt8, Sendable, Equatable {
    /// Not known, or a cause of a later protocol.
    case unknown = 0
    /// Power came on.
    case powerOn = 1
    /// The reset pin: a programmer, or DTR of a serial adapter.
    case pin = 2
    /// The watchdog.
    case watchdog = 3
    /// The firmware asked for it.
    case software = 4
    /// The supply sagged.
    case brownOut = 5
}
