import Ratings

/// A share as somebody wrote it: `82,1`, `82.1 %`.
struct PrintedShare: Hashable {
    /// With a decimal comma and nothing else: `82,1`.
    var text: String
    /// How many decimals it has.
    var decimals: Int

    /// Reads a share; nil for what is none.
    init?(_ text: String) {
        let text = text.replacing("%", with: "").replacing(".", with: ",").filter { !$0.isWhitespace }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let decimals = parts.count == 2 ? parts[1].count : 0
        guard decimals <= 6 else { return nil }
        (self.text, self.decimals) = (text, decimals)
    }
}
