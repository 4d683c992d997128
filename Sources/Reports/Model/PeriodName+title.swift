import Ratings

extension PeriodName {
    /// `QUÝ II NĂM 2020`, as the title of a table has it.
    public var title: String {
        switch self {
        case .month(let year, let month): "THÁNG \(month) NĂM \(year)"
        case .quarter(let year, let quarter): "QUÝ \(Self.roman(quarter)) NĂM \(year)"
        case .half(let year, 1): "06 THÁNG ĐẦU NĂM \(year)"
        case .half(let year, _): "06 THÁNG CUỐI NĂM \(year)"
        case .nineMonths(let year): "09 THÁNG ĐẦU NĂM \(year)"
        case .year(let year): "NĂM \(year)"
        case .yearToDate(let year, let month): "LŨY KẾ TỪ ĐẦU NĂM ĐẾN THÁNG \(month) NĂM \(year)"
        }
    }

    /// `quý II năm 2020`, as prose has it.
    public var prose: String {
        switch self {
        case .quarter(let year, let quarter): "quý \(Self.roman(quarter)) năm \(year)"
        default: title.lowercased()
        }
    }

    private static func roman(_ quarter: Int) -> String { ["I", "II", "III", "IV"][(quarter - 1) % 4] }
}
