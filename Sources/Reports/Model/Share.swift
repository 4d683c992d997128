/// A share of a total as an exact rational, rounded half-up to a number of decimals, never through binary floats.
public struct Share: Hashable, Sendable {
    /// The part.
    public let part: Int
    /// The whole; never 0.
    public let whole: Int

    /// `part` of `whole`; nil where the whole is 0, of which there are no shares.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        self.part = part
        self.whole = whole
    }

    /// Percent times 10^decimals, rounded half-up.
    public func scaledPercent(decimals: Int) -> Int {
        // A file may hold any number.
        let (part, whole) = (Int128(part), Int128(whole))
        return Int(clamping: (2 * part * Int128(Self.hundred(decimals: decimals)) + whole) / (2 * whole))
    }

    /// 100 percent times 10^decimals.
    static func hundred(decimals: Int) -> Int { (0..<decimals).reduce(100) { product, _ in product * 10 } }

    /// `16,88`: decimal comma, no percent sign.
    public func text(decimals: Int) -> String { text(decimals: decimals, point: ",") }

    /// `16.88`, for machines.
    public func plainText(decimals: Int) -> String { text(decimals: decimals, point: ".") }

    private func text(decimals: Int, point: String) -> String {
        Self.text(scaledPercent(decimals: decimals), decimals: decimals, point: point)
    }

    /// A percentage of 0 or more, times 10^decimals, as text.
    static func text(_ scaled: Int, decimals: Int, point: String) -> String {
        let digits = String(scaled)
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + point + padded.suffix(decimals)
    }
}

extension Int {
    /// `12.746`, as Vietnamese papers write whole numbers.
    public var vietnamese: String {
        let digits = Array(String(magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return self < 0 ? "-" + text : text
    }
}
