/// What a sentence of a report's body can name. A sentence is data: its text holds fields as `{tổng số}`.
public enum SentenceField: String, Hashable, Sendable, CaseIterable {
    /// `Trong tháng` for a whole calendar month, else `Trong kỳ`.
    case opening = "mở đầu"
    /// First and last day: `16/5/2020`.
    case firstDay = "từ ngày"
    case lastDay = "đến ngày"
    /// How the period is called in prose: `tháng 6 năm 2020`.
    case period = "kỳ"
    /// `995`; `09`; `không có` for none.
    case total = "tổng số"
    case satisfied = "hài lòng"
    /// `98,99%`; `100%` where it is all of them.
    case satisfiedShare = "tỷ lệ hài lòng"
    case dissatisfied = "không hài lòng"
    case dissatisfiedShare = "tỷ lệ không hài lòng"
    /// The satisfied among those who said either.
    case satisfaction = "tỷ lệ hài lòng trên số hài lòng và không hài lòng"
    /// Every group with its count and share, as a list of clauses: the satisfied, the rest, the dissatisfied.
    case groups = "từng nhóm"
    /// Every column with its count and share, as a list of clauses.
    case levels = "từng mức"
}
