/// What makes a press itself and no other: the box, the life of its ring, and the place in that life.
public struct PressKey: Hashable, Codable, Sendable {
    /// The box's hardware UID in lower-case hexadecimal, or the name of a screen.
    public var device: String
    /// The boot id: one life of the box's ring.
    public var boot: UInt64
    /// The press's number within the boot, from 0.
    public var sequence: UInt32

    /// The key of one press.
    public init(device: String, boot: UInt64, sequence: UInt32) {
        self.device = device
        self.boot = boot
        self.sequence = sequence
    }
}

extension PressKey: CustomStringConvertible {
    /// `device/boot/sequence`, the boot in hexadecimal as `devices` and `verify` print it.
    public var description: String { "\(device)/\(String(boot, radix: 16))/\(sequence)" }
}
