/// Why a host refuses a box.
public enum RefusalReason: UInt8, Sendable, Equatable {
    /// It does not.
    case none = 0
    /// No protocol version in common.
    case version = 1
    /// This host is not to take this box.
    case notHere = 2
    /// Another reason.
    case other = 255
}
