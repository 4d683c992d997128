/// A column of a table of dossiers (hồ sơ): what it counts, and what it must add up to.
public struct DossierColumn: Codable, Hashable, Sendable {
    /// How a column stands to another one.
    public enum Role: String, Codable, Hashable, Sendable, CaseIterable {
        /// A total that is part of no other.
        case total
        /// One of the parts that together make up another column.
        case part
        /// Some of another column, counted there already ("trong đó"): never an addend.
        case subcount
        /// Outside of all sums.
        case extra
    }

    /// How counts are written where they are text.
    public enum Digits: String, Codable, Hashable, Sendable, CaseIterable {
        /// `4052`; a separator is not read, since `4.052` may be 4052 or 4,052.
        case plain
        /// `4.052` is 4052.
        case dots
        /// `4,052` is 4052.
        case commas
    }

    /// Short code, e.g. `resolved_total`.
    public var code: String
    /// The heading in the file; levels above each other with `>` between them.
    public var heading: String
    /// The heading as it is printed, likewise.
    public var title: String
    /// How it stands to the column `of`.
    public var role: Role
    /// The code of the column that this is part of or that its share is taken in; nil for a total.
    public var of: String?
    /// Which of several ways to divide `of` this part belongs to: the parts of each make up the whole.
    public var split: String?
    /// How its counts are written.
    public var digits: Digits

    /// A column.
    public init(
        code: String, heading: String, title: String? = nil, role: Role, of: String? = nil, split: String? = nil,
        digits: Digits = .plain
    ) {
        (self.code, self.heading, self.title) = (code, heading, title ?? heading)
        (self.role, self.of, self.split, self.digits) = (role, of, split, digits)
    }

    /// The levels of the printed heading, from the top.
    public var titleLevels: [String] { Self.levels(title) }

    /// The printed heading in one line, e.g. `Số hồ sơ đã giải quyết - Tổng số`.
    public var fullTitle: String { titleLevels.joined(separator: " - ") }

    /// The levels of a heading, from the top.
    public static func levels(_ heading: String) -> [String] {
        heading.split(separator: ">").map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
