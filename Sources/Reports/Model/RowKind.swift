/// What the rows of a table are.
public enum RowKind: String, Hashable, Sendable, Codable, CaseIterable {
    case unit, counter, officer, field, day

    /// The heading of the second column.
    public var heading: String {
        switch self {
        case .unit: "Tên đơn vị"
        case .counter: "Quầy"
        case .officer: "Cán bộ tại quầy"
        case .field: "Lĩnh vực"
        case .day: "Ngày"
        }
    }

    /// The name of the row that holds what is not known; a day is always known.
    public var unknown: String {
        switch self {
        case .unit: "Chưa xác định đơn vị"
        case .counter: "Chưa xác định quầy"
        case .officer: "Chưa xác định"
        case .field: "Chưa xác định lĩnh vực"
        case .day: ""
        }
    }
}
