import Ratings

/// What the words around a number are about: the period as a whole, or perhaps something else.
struct TextScope {
    private let days: ClosedRange<Day>
    private let name: String?
    /// Its month: `tháng 6`, `tháng 06/2020`, `tháng 6 năm 2020`, `T6/2020`.
    private let own: Regex<Substring>?

    /// What is about the period with these days, called `name` (`2020-06`).
    init(days: ClosedRange<Day>, name: String?) {
        (self.days, self.name) = (days, name)
        if case .month(let year, let month) = name.flatMap({ PeriodName($0) }) {
            own = try? Regex(
                "(?:tháng |t)0?\(month)(?: ?/ ?\(year)| năm \(year))?(?![0-9/.]?[0-9])", as: Substring.self)
        } else {
            own = nil
        }
    }

    /// Whether the words name another time, a part of the period, a place or a field.
    func isElsewhere(_ words: some StringProtocol) -> Bool {
        if Self.hasName(words) { return true }
        var text = words.lowercased()
        for phrase in Self.harmless { text = text.replacing(phrase, with: " ") }
        if text.utf8.contains(where: { (48...57).contains($0) }) {
            let hasDays =
                text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") } || text.contains("tháng")
            for stretch in hasDays ? TextDays.stretches(in: text) : [] {
                if let (first, last) = stretch.days(besides: days), first <= last, first...last == days {
                    text = text.replacing(stretch.text, with: " ")
                }
            }
            if let own { text = text.replacing(own, with: " ") }
        }
        var before = ""
        for token in text.split(whereSeparator: { $0 == " " || $0.isPunctuation && $0 != "/" && $0 != "." && $0 != "-" }
        ) {
            let word = Self.trimmed(token)
            if Self.isTime(word, behind: before) && word != name { return true }
            if Self.spans.contains(word), before.first?.isNumber == true { return true }
            if Self.words.contains(word) || Self.pairs.contains("\(before) \(word)") { return true }
            before = word
        }
        return false
    }

    /// Whether a name of two words stands there, `Mỹ Xuyên`; that of the province says nothing else.
    private static func hasName(_ words: some StringProtocol) -> Bool {
        var before: (isCapital: Bool, isProvince: Bool) = (false, false)
        for word in words.split(separator: " ") {
            let isCapital = word.first?.isUppercase == true && word.dropFirst().first?.isLowercase == true
            if isCapital && before.isCapital && !before.isProvince { return true }
            let lowered = word.lowercased()
            before = (isCapital, lowered == "tỉnh" || isCapital && before.isProvince)
        }
        return false
    }

    private static func isTime(_ word: String, behind before: String) -> Bool {
        let digits = word.utf8.filter { (48...57).contains($0) }.count
        guard digits > 0 else { return before == "tháng" && months.contains(word) }
        let isDate = word.contains("/") && word.utf8.allSatisfy { (47...57).contains($0) }
        if isDate || ["tháng", "ngày", "quý", "kỳ", "tuần"].contains(before) { return true }
        let isYear = word.utf8.count == 4 && digits == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
        return isYear || word.utf8.count >= 7 && word.contains("-") && digits >= 5
    }

    private static func trimmed(_ token: Substring) -> String {
        var token = token
        while let last = token.last, last == "." || last == "-" { token.removeLast() }
        return String(token)
    }

    private static let months: Set = [
        "giêng", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp",
    ]
    private static let spans: Set = ["ngày", "tuần", "tháng", "kỳ", "phiên", "giờ"]
    private static let words: Set = [
        "năm", "quý", "tuần", "lũy", "luỹ", "huyện", "xã", "phường", "quận", "ubnd", "tp", "tx", "sở", "cục", "quầy",
        "khối", "ấp", "khóm",
    ]
    private static let harmless = ["kỳ trước chuyển sang", "trụ sở", "cơ sở", "xã hội"]
    private static let pairs: Set = [
        "kỳ trước", "tháng trước", "cùng kỳ", "giai đoạn", "nhiệm kỳ", "đến nay", "hiện nay", "lĩnh vực", "thành phố",
        "thị xã", "thị trấn", "chi nhánh", "chi cục", "công an", "kho bạc", "bảo hiểm", "văn phòng", "bộ phận",
        "đơn vị", "cơ quan", "bình quân", "trung bình", "kế hoạch", "chỉ tiêu", "mỗi ngày", "mỗi tháng", "hàng ngày",
        "hằng ngày", "cấp tỉnh", "cấp huyện", "cấp xã", "ngành dọc", "trong ngày", "đầu tháng", "cuối tháng",
        "nửa tháng", "cả nước", "toàn quốc", "toàn ngành", "kỳ tới", "kỳ sau", "tháng tới", "tháng sau", "dự kiến",
        "ước tính", "thời điểm", "hai ngày", "ba ngày",
    ]
}
