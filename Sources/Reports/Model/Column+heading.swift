import Ratings

extension Column {
    /// The heading in tables.
    public var heading: String {
        switch self {
        case .satisfiedService: "Hài lòng với dịch vụ"
        case .satisfiedAttitude: "Hài lòng về thái độ phục vụ"
        case .dissatisfiedCompetence: "Không hài lòng về nghiệp vụ nhân viên"
        case .dissatisfiedTime: "Không hài lòng về thời gian giao dịch"
        case .comments: "Ý kiến góp ý"
        case .verySatisfied: "Rất hài lòng"
        case .satisfied: "Hài lòng"
        case .neutral: "Bình thường"
        case .dissatisfied: "Không hài lòng"
        case .veryDissatisfied: "Rất không hài lòng"
        }
    }
}
