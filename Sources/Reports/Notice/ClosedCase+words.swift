import Ratings

extension ClosedCase.Cause {
    /// `do cán bộ`.
    public var vietnamese: String {
        switch self {
        case .staff: "do cán bộ"
        case .rules: "do quy định, thủ tục"
        case .system: "do hệ thống phần mềm"
        }
    }
}
