/// What became of a dissatisfied rating (phản hồi cần xử lý), as far as a unit is told.
public enum NoticeCase: Hashable, Sendable {
    /// Nobody has decided yet, or there is no case: who was at the counter is nobody's business until then.
    case underReview
    /// Closed with its cause; the officer is the one it was found to lie with.
    case closed(Cause, officer: String?)

    /// Where the cause was found to lie.
    public enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
        case staff, rules, system

        /// `do cán bộ`.
        public var vietnamese: String {
            switch self {
            case .staff: "do cán bộ"
            case .rules: "do quy định, thủ tục"
            case .system: "do hệ thống phần mềm"
            }
        }
    }

    /// `đang xem xét`, or the cause, with the officer only where it lies with staff.
    public var vietnamese: String {
        switch self {
        case .underReview: "đang xem xét"
        case .closed(.staff, let officer?): "đã xử lý: \(Cause.staff.vietnamese) (\(officer))"
        case .closed(let cause, _): "đã xử lý: \(cause.vietnamese)"
        }
    }
}
