import KioskProtocol

/// The hardware UIDs of simulated boxes: 0x53, then the number of the box in the last bytes.
public enum BoxUID {
    /// The UID of box `number` as a ledger writes it, in lower-case hexadecimal.
    public static func hexadecimal(_ number: Int) -> String { String(value(number), radix: 16) }

    static func value(_ number: Int) -> UInt64 { 0x5300_0000_0000_0000 | UInt64(truncatingIfNeeded: number) }

    static func identity(_ number: Int, buttons: Int, keepsRing: Bool) -> BoxIdentity {
        let uid = (0..<8).map { UInt8(truncatingIfNeeded: value(number) &>> UInt64(56 - 8 * $0)) }
        var capabilities = Capabilities.display.union(.invitations).union(.sound).union(.badgeReader).union(.pinPad)
        if keepsRing { capabilities = capabilities.union(.ringSurvivesPowerLoss) }
        return BoxIdentity(
            uid: BoundedBytes(truncating: uid), model: BoundedBytes(truncating: "HL-SIM".utf8),
            firmware: BoundedBytes(truncating: "1.0".utf8), capabilities: capabilities,
            buttons: UInt8(truncatingIfNeeded: buttons))
    }
}
