/// How the shares of one row are rounded.
public enum RoundingPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// Each share by itself, half-up. Such shares may miss 100 together by a little.
    case plain
    /// Rounded down, and what is missing to 100 given to the largest remainders; of equal ones to the larger count, then
    /// to the column that comes first.
    case largestRemainder = "largest-remainder"
}
