import Ratings

extension PaperSettings {
    /// Room for a number or a date that the clerk writes in.
    private static let room = "\u{2026}\u{2026}"

    /// "07/BC-TTHC", a number below 10 padded; with room where it is open.
    public var numberAndSign: String {
        "\(number.map { $0 < 10 ? "0\($0)" : String($0) } ?? Self.room)/\(sign)"
    }

    /// "ngày 24 tháng 6 năm 2020": days below 10 and the months 1 and 2 are padded; with room where the date is open.
    public var dateInWords: String {
        guard let date else { return "ngày \(Self.room) tháng \(Self.room) năm \(Self.room)" }
        let (year, month, day) = date.civil
        return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
    }

    /// The line below an annex's title that says what it belongs to.
    public func attachedTo(_ kind: String) -> String {
        let day = date?.vietnamese ?? Self.room
        return switch preset {
        case .decree: "(Kèm theo \(kind) số \(numberAndSign) \(dateInWords) của \(issuer))"
        case .source: "(Ban hành kèm theo \(kind) số \(numberAndSign) ngày \(day) của \(issuer))"
        }
    }

    /// The head of a paper of this kind.
    public func letterhead(regarding: String? = nil) -> Letterhead {
        Letterhead(
            parent: parent?.uppercased(), issuer: issuer.uppercased(), number: "Số: \(numberAndSign)",
            regarding: regarding, placeAndDate: place.isEmpty ? dateInWords : "\(place), \(dateInWords)")
    }

    /// The end of a paper.
    public var closing: Closing { Closing(recipients: recipients, authority: authority, signer: signer) }
}
