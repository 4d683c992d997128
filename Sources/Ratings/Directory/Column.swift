/// The columns that ratings are counted in: the five of Phụ lục II, and the levels of scales with three or five of them.
/// One rating is in exactly one column; `ColumnSet` says which ones a table has.
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
    /// Rất hài lòng.
    case verySatisfied = "very_satisfied"
    /// Hài lòng.
    case satisfied
    /// Bình thường.
    case neutral
    /// Không hài lòng.
    case dissatisfied
    /// Rất không hài lòng.
    case veryDissatisfied = "very_dissatisfied"

    /// Its place among all columns, from 0.
    public var place: Int {
        switch self {
        case .satisfiedService: 0
        case .satisfiedAttitude: 1
        case .dissatisfiedCompetence: 2
        case .dissatisfiedTime: 3
        case .comments: 4
        case .verySatisfied: 5
        case .satisfied: 6
        case .neutral: 7
        case .dissatisfied: 8
        case .veryDissatisfied: 9
        }
    }

    /// Whether a rating in this column says that the citizen was satisfied.
    public var isSatisfied: Bool {
        switch self {
        case .satisfiedService, .satisfiedAttitude, .verySatisfied, .satisfied: true
        case .dissatisfiedCompetence, .dissatisfiedTime, .comments, .neutral, .dissatisfied, .veryDissatisfied: false
        }
    }

    /// Whether a rating in this column says that the citizen was dissatisfied. Comments and the middle level say
    /// neither.
    public var isDissatisfied: Bool {
        switch self {
        case .dissatisfiedCompetence, .dissatisfiedTime, .dissatisfied, .veryDissatisfied: true
        case .satisfiedService, .satisfiedAttitude, .comments, .verySatisfied, .satisfied, .neutral: false
        }
    }
}
