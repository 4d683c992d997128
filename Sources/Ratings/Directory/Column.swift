/// The five columns of Phụ lục II. One rating is in exactly one of them.
public enum Column: String, Codable, CodingKeyRepresentable, Hashable, Sendable, CaseIterable {
    /// Hài lòng với dịch vụ.
    case satisfiedService = "satisfied_service"
    /// Hài lòng về thái độ phục vụ.
    case satisfiedAttitude = "satisfied_attitude"
    /// Không hài lòng về nghiệp vụ nhân viên.
    case dissatisfiedCompetence = "dissatisfied_competence"
    /// Không hài lòng về thời gian giao dịch.
    case dissatisfiedTime = "dissatisfied_time"
    /// Ý kiến góp ý.
    case comments

    /// Whether a rating in this column says that the citizen was satisfied.
    public var isSatisfied: Bool { self == .satisfiedService || self == .satisfiedAttitude }

    /// Whether a rating in this column says that the citizen was dissatisfied.
    public var isDissatisfied: Bool { self == .dissatisfiedCompetence || self == .dissatisfiedTime }
}
