/// The shades of a heat map: from white to a blue on which black numbers can be read.
enum HeatShade {
    static let none: UInt32 = 0xFFFFFF
    static let most: UInt32 = 0x6FA8DC

    /// `RRGGBB` of a shade between 0 and 1.
    static func hex(_ shade: Double) -> String {
        let channels = [16, 8, 0].map { bits in
            let (from, to) = (Double(none >> bits & 0xFF), Double(most >> bits & 0xFF))
            return UInt32((from + (to - from) * min(1, max(0, shade))).rounded())
        }
        let hex = String(channels[0] << 16 | channels[1] << 8 | channels[2], radix: 16, uppercase: true)
        return String(repeating: "0", count: 6 - hex.count) + hex
    }
}
