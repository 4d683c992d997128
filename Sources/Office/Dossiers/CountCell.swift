import Ratings

/// Reads a count: what is no count, or may be one or another, is refused.
enum CountCell {
    /// Why a cell is no count.
    struct Problem: Error, Hashable {
        var why: String
        var remedy: String
    }

    private static let most = 1_000_000_000

    /// Reads `text`; a cell that is a number by its type has no separators of thousands.
    ///
    /// A text with one separator, `4.052`, is read only where the column declares what the separator is. With two of
    /// them, `1.234.567`, it can only be thousands.
    static func count(_ text: String, isNumber: Bool, _ digits: DossierColumn.Digits) -> Result<Int, Problem> {
        guard !text.isEmpty else {
            return .failure(Problem(why: "empty", remedy: "Write 0 where there are no dossiers."))
        }
        if text.hasPrefix("-") || text.hasPrefix("−") || text.hasPrefix("(") {
            return .failure(Problem(why: "a negative count", remedy: "Correct it: dossiers are counted from 0."))
        }
        if isDigits(text[...]) { return number(text) }
        let whole = Problem(why: "no whole number", remedy: "Write it with digits alone, e.g. 4052.")
        guard !isNumber, let (groups, separator) = groups(of: text) else { return .failure(whole) }
        let isDeclared = separator == "." && digits == .dots || separator == "," && digits == .commas
        if isDeclared || (groups.count > 2 && digits == .plain) { return number(groups.joined()) }
        guard digits == .plain else { return .failure(whole) }
        let decimal = groups.joined(separator: ",")
        return .failure(
            Problem(
                why: "may mean \(groups.joined()) or \(decimal)",
                remedy:
                    "Write it with digits alone, or tell with 'digits' in dossier_columns.csv how its column is written."
            ))
    }

    private static func number(_ text: String) -> Result<Int, Problem> {
        guard let number = Int(text), number <= most else {
            return .failure(Problem(why: "more than \(most)", remedy: "Correct it."))
        }
        return .success(number)
    }

    /// The groups of a number with separators of thousands; nil for anything else.
    private static func groups(of text: String) -> (groups: [String], separator: Character)? {
        guard let separator = text.first(where: { $0 == "." || $0 == "," }) else { return nil }
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), first != "0", groups.count > 1,
            groups.allSatisfy({ isDigits($0) }), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return (groups.map(String.init), separator)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
