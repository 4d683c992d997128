import Ratings

/// Parts of a sentence that tell a count with its share.
struct SentenceClauses {
    let total: Counts
    let decimals: Int

    func share(_ count: Int) -> String { Share(count, of: total.total)?.inProse(decimals: decimals) ?? "không có" }

    /// `994 lượt hài lòng, chiếm 99,90%`, and so on: the satisfied, those who said neither, the dissatisfied.
    var groups: [String] {
        var clauses = [clause(total.satisfied, "hài lòng")]
        if total[.neutral] > 0 { clauses.append(clause(total[.neutral], "bình thường")) }
        return clauses + comments + [clause(total.dissatisfied, "không hài lòng")]
    }

    /// A comment is no level and no answer: nothing is said where there are none.
    private var comments: [String] {
        total[.comments] > 0
            ? ["\(total[.comments].inProse) lượt có ý kiến góp ý, chiếm \(share(total[.comments]))"] : []
    }

    private func clause(_ count: Int, _ what: String) -> String {
        count == 0
            ? "không có lượt đánh giá \(what)" : "\(count.inProse) lượt \(what), chiếm \(share(count))"
    }

    /// `đánh giá Hài lòng là 12 lượt, chiếm 8,6%`, for each column, and how many commented.
    func levels(_ columns: ColumnSet) -> [String] {
        columns.columns.filter { $0 != .comments }.map { column in
            let count = total[column]
            return count == 0
                ? "không có lượt đánh giá \(column.heading)"
                : "đánh giá \(column.heading) là \(count.inProse) lượt, chiếm \(share(count))"
        } + comments
    }
}

extension Int {
    /// A count in prose: `không có` for none, two digits below ten, thousands with a dot.
    public var inProse: String { self == 0 ? "không có" : (1...9).contains(self) ? "0\(self)" : vietnamese }
}

extension Share {
    /// `98,99%`; all of them is `100%`, which a share that is only rounded to it never reads.
    public func inProse(decimals: Int) -> String { part == whole ? "100%" : text(decimals: decimals) + "%" }
}
