/// What became of a press. Each press has exactly one.
public enum Verdict: String, Codable, CodingKeyRepresentable, Hashable, Sendable, CaseIterable {
    case counted
    /// Within the minimum interval of the last counted press (bấm trùng).
    case repeated
    /// An earlier press within the correction time of an invitation.
    case replaced
    /// In invited mode, answering no open invitation.
    case noInvitation = "no_invitation"
    /// No assignment says where the box stood; counts as soon as one does.
    case unregistered
    /// Two live boxes gave this identity and nobody has decided yet, or decided against this one.
    case duplicateIdentity = "duplicate_identity"
    /// Another press has the same key.
    case conflict
    /// The box was under test.
    case test
    /// Outside the calendar's hours, where so configured.
    case outsideHours = "outside_hours"
    /// The input is none of the scale's choices; counts as soon as the scale has it.
    case unknownInput = "unknown_input"
    /// A supervisor set it aside (không tính).
    case setAside = "set_aside"

    /// Shown to people.
    public var vietnamese: String {
        switch self {
        case .counted: "được tính"
        case .repeated: "bấm trùng"
        case .replaced: "được thay bằng lượt bấm sau"
        case .noInvitation: "không có lời mời đánh giá"
        case .unregistered: "thiết bị chưa khai báo vị trí"
        case .duplicateIdentity: "trùng mã thiết bị"
        case .conflict: "trùng số thứ tự, khác nội dung"
        case .test: "bấm thử"
        case .outsideHours: "ngoài giờ làm việc"
        case .unknownInput: "nút không có trong thang đánh giá"
        case .setAside: "không tính theo quyết định"
        }
    }
}
