import Ratings

/// A manner in which the body of a report tells the ratings of a period.
public enum SentencePreset: String, Hashable, Sendable, Codable, CaseIterable {
    /// As in the source report: only where nobody was dissatisfied and nobody commented.
    case fiveColumns = "five-columns"
    /// The satisfied and the dissatisfied, each with count and share.
    case neutral
    /// Each column with its count and its share to one decimal.
    case levels

    /// The sentence, with its fields in braces.
    public var text: String {
        switch self {
        case .fiveColumns:
            "Có {tổng số} ý kiến đánh giá của tổ chức, cá nhân đến giao dịch tại Trung tâm thông qua máy đánh giá mức độ"
                + " hài lòng; kết quả có {tỷ lệ hài lòng} tổ chức, cá nhân hài lòng với dịch vụ và thái độ phục vụ của"
                + " nhân viên tại Trung tâm."
        case .neutral:
            "{mở đầu} (từ ngày {từ ngày} đến hết ngày {đến ngày}), Trung tâm ghi nhận {tổng số} lượt đánh giá; trong đó"
                + " {từng nhóm}."
        case .levels:
            "{mở đầu}, có {tổng số} lượt đánh giá cán bộ tại Trung tâm, trong đó: {từng mức}."
        }
    }

    /// The sentence of a period in which nobody rated.
    public static let nothing = "{mở đầu} (từ ngày {từ ngày} đến hết ngày {đến ngày}), không có lượt đánh giá nào."

    /// Decimals of its shares; nil for those of the table.
    public var decimals: Int? { self == .levels ? 1 : nil }

    /// Whether it would be true of the table.
    public func fits(_ table: RatingTable) -> Bool {
        let total = table.total
        return self != .fiveColumns
            || (table.columns == .phuLucII && total.total > 0 && total.satisfied == total.total)
    }
}
