import Foundation

/// The order of Vietnamese names, by the collation of CLDR: ă â đ ê ô ơ ư are letters, tones only decide last.
public enum VietnameseOrder {
    private static let locale = Locale(identifier: "vi_VN")

    /// Whether `left` sorts before `right`.
    public static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) == .orderedAscending }

    private static func compare(_ left: String, _ right: String) -> ComparisonResult {
        left.compare(right, locale: locale)
    }

    /// People sort by given name (the last word), then middle, then family name, then code.
    public static func people(_ left: String, _ leftCode: String, before right: String, _ rightCode: String) -> Bool {
        let (leftParts, rightParts) = (parts(left), parts(right))
        for (one, other) in zip(leftParts, rightParts) {
            let order = compare(one, other)
            if order != .orderedSame { return order == .orderedAscending }
        }
        return leftCode < rightCode
    }

    /// Given name, middle names, family name.
    private static func parts(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        return [words.last ?? "", words.dropFirst().dropLast().joined(separator: " "), words.first ?? ""]
    }
}
