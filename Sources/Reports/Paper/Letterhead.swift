import Ratings

/// The head of an official paper.
public struct Letterhead: Hashable, Sendable {
    /// Quốc hiệu.
    public static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    /// Tiêu ngữ.
    public static let motto = "Độc lập - Tự do - Hạnh phúc"

    /// The body above, in capitals, as "VĂN PHÒNG UBND TỈNH SÓC TRĂNG"; nil where there is none.
    public var parent: String?
    /// The issuing body, in capitals.
    public var issuer: String
    /// Number and sign, as it is set: "Số: 07/BC-TTHC", or with room where the number is still open.
    public var number: String
    /// "V/v …" below the number, of a công văn only.
    public var regarding: String?
    /// Place and date, as it is set: "Sóc Trăng, ngày 24 tháng 6 năm 2020".
    public var placeAndDate: String

    /// A head.
    public init(parent: String?, issuer: String, number: String, regarding: String? = nil, placeAndDate: String) {
        self.parent = parent
        self.issuer = issuer
        self.number = number
        self.regarding = regarding
        self.placeAndDate = placeAndDate
    }
}
