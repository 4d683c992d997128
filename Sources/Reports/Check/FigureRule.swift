import Foundation
import Ratings

/// What must hold between the columns of a printed table, told by their headings.
public enum FigureRule: Codable, Hashable, Sendable {
    /// A column is the sum of its parts. There may be several ways to divide one.
    case sum(of: String, parts: [String])
    /// A column counts some of another one (trong đó): it is never an addend.
    case within(String, of: String)

    /// Reads `Tổng số = Trực tiếp + Trực tuyến` or `Trực tuyến <= Tổng số`; nil for anything else.
    public init?(_ text: String) {
        func name(_ text: some StringProtocol) -> String { text.trimmingCharacters(in: .whitespaces) }
        let (bounds, sums) = (text.components(separatedBy: "<="), text.components(separatedBy: "="))
        if bounds.count == 2, !bounds.contains(where: { name($0).isEmpty }) {
            self = .within(name(bounds[0]), of: name(bounds[1]))
        } else if bounds.count == 1, sums.count == 2 {
            let parts = sums[1].components(separatedBy: "+").map(name)
            guard !name(sums[0]).isEmpty, !parts.contains(where: \.isEmpty) else { return nil }
            self = .sum(of: name(sums[0]), parts: parts)
        } else {
            return nil
        }
    }

    /// The column that is divided or bounds.
    public var whole: String {
        switch self {
        case .sum(let whole, _), .within(_, let whole): whole
        }
    }

    /// The columns that are parts or some of the whole.
    public var parts: [String] {
        switch self {
        case .sum(_, let parts): parts
        case .within(let part, _): [part]
        }
    }

    /// The rules of the official annexes that a table with these columns has to keep.
    public static func standard(for columns: [String]) -> [FigureRule] {
        let columns = Set(columns)
        return annexes.flatMap { annex in
            let named = Set(annex.flatMap { [$0.whole] + $0.parts })
            return named.isSubset(of: columns) ? annex : []
        }
    }

    /// Phụ lục I and II, as we write them as CSV and as they are printed.
    private static let annexes: [[FigureRule]] = [
        [
            .sum(of: "received_total", parts: ["carried_over", "received_new"]),
            .sum(of: "received_total", parts: ["resolved_total", "in_progress_total"]),
            .sum(of: "resolved_total", parts: ["resolved_early", "resolved_on_time", "resolved_late"]),
            .sum(of: "in_progress_total", parts: ["in_progress_on_time", "in_progress_overdue"]),
            .within("returned", of: "received_total"), .within("online", of: "received_total"),
        ],
        [.sum(of: "total", parts: phuLucII.map(\.rawValue))],
        [.sum(of: "Tổng cộng", parts: phuLucII.map(\.heading))],
    ]

    private static let phuLucII: [Column] = [
        .satisfiedService, .satisfiedAttitude, .dissatisfiedCompetence, .dissatisfiedTime, .comments,
    ]
}
