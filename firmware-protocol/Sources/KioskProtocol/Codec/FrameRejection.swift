/// Why bytes up to a delimiter were not a frame.
public enum FrameRejection: UInt8, Sendable, Equatable {
    /// More bytes than the longest frame before the delimiter.
    case tooLong
    /// A COBS code byte points past the delimiter.
    case cobs
    /// Fewer bytes than a type and a checksum.
    case tooShort
    /// The checksum differs.
    case checksum
}
