/// A press as the simulator's log and a ledger both name it.
public struct LoggedPress: Hashable, Sendable {
    /// The box's UID in lower-case hexadecimal.
    public var device: String
    /// The life of the ring.
    public var boot: UInt64
    /// Its number in that life, from 0.
    public var sequence: UInt32
    /// The button, counted from 1 as people and scales do.
    public var button: Int

    /// A press.
    public init(device: String, boot: UInt64, sequence: UInt32, button: Int) {
        self.device = device
        self.boot = boot
        self.sequence = sequence
        self.button = button
    }
}

extension LoggedPress: CustomStringConvertible {
    /// `device/boot/sequence=button`, the boot in hexadecimal.
    public var description: String { "\(device)/\(String(boot, radix: 16))/\(sequence)=\(button)" }
}
