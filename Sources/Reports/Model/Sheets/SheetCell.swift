/// One cell of a table.
public enum SheetCell: Hashable, Sendable {
    case empty
    case text(String)
    case count(Int)
    /// A count less another.
    case difference(Int)
    /// Percent times 10^decimals.
    case percent(Int, decimals: Int)
    /// A share less another, in percentage points (điểm phần trăm) times 10^decimals.
    case points(Int, decimals: Int)

    /// As people read it: `12.746`, `16,88`, `+5`, `−0,12`.
    public var vietnamese: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .count(let count): count.vietnamese
        case .difference(let difference): Self.sign(difference) + abs(difference).vietnamese
        case .percent(let percent, let decimals): Share.text(percent, decimals: decimals, point: ",")
        case .points(let points, let decimals):
            Self.sign(points) + Share.text(abs(points), decimals: decimals, point: ",")
        }
    }

    /// In CSV: counts are plain integers, shares have a decimal comma.
    public var csv: String {
        switch self {
        case .empty, .text, .percent: vietnamese
        case .count(let number), .difference(let number): String(number)
        case .points(let points, let decimals):
            (points < 0 ? "-" : "") + Share.text(abs(points), decimals: decimals, point: ",")
        }
    }

    private static func sign(_ number: Int) -> String { number > 0 ? "+" : number < 0 ? "−" : "" }
}
