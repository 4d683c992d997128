import Ratings

/// What ratings are measured against, by the codes of rows: coverage always names its base.
public struct CoverageBase: Hashable, Sendable {
    /// What is counted.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Dossiers resolved in the period, however they came (hồ sơ đã giải quyết).
        case resolved
        /// Dossiers newly received at the counter, without online and post.
        case counter
        /// Invitations to rate.
        case invitations
    }

    /// A part of the dossiers that is to be taken off, for which a centre may have no column.
    public enum Part: Hashable, Sendable {
        /// Carried over from the period before.
        case carriedOver
        /// Received by post.
        case post
    }

    /// What is counted.
    public var kind: Kind
    /// How many, by code; a code that is not in it has no figure, which is not 0.
    public var counts: [String: Int]
    /// What is still in the counts, since a table has no column to take it off by.
    public var rest: Set<Part> = []
    /// The ratings to be measured where these are not all of a row: of invitations those that were answered.
    public var ratings: [String: Int]?

    /// A base.
    public init(kind: Kind, counts: [String: Int], ratings: [String: Int]? = nil) {
        self.kind = kind
        self.counts = counts
        self.ratings = ratings
    }

    /// The invitations of a period, and those that were answered, by what the rows are.
    public init(of uses: [InvitationUse], by part: (InvitationUse) -> String?) {
        kind = .invitations
        var answered: [String: Int] = [:]
        counts = [:]
        for use in uses {
            guard let code = part(use) else { continue }
            counts[code, default: 0] += 1
            answered[code, default: 0] += use.isAnswered ? 1 : 0
        }
        ratings = answered
    }

    /// With units that ended counted with those that took them over, as in a table's rows.
    public func folded(by succession: UnitSuccession) -> CoverageBase {
        func fold(_ counts: [String: Int]) -> [String: Int] {
            counts.reduce(into: [:]) { $0[succession.row(of: $1.key), default: 0] += $1.value }
        }
        var folded = self
        (folded.counts, folded.ratings) = (fold(counts), ratings.map(fold))
        return folded
    }
}
