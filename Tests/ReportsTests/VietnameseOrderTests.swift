import Testing

@testable import Reports

@Suite("VietnameseOrder") struct VietnameseOrderTests {
    private func sorted(_ names: [String]) -> [String] { names.sorted(by: VietnameseOrder.precedes) }

    @Test("tones decide last: Sở Giáo dục before Sở Giao thông")
    func tones() {
        let names = ["Sở Giao thông vận tải", "Sở Giáo dục và Đào tạo"]
        #expect(sorted(names) == names.reversed())
        #expect(sorted(["má", "ma", "mạ", "mà", "mã", "mả"]) == ["ma", "mà", "mả", "mã", "má", "mạ"])
    }

    @Test("a ă â, d đ, e ê, o ô ơ and u ư are letters of their own")
    func letters() {
        let ordered = ["an", "ăn", "ân", "da", "đa", "en", "ên", "on", "ôn", "ơn", "un", "ưn"]
        #expect(sorted(ordered.reversed()) == ordered)
        #expect(sorted(["Đông", "Dương"]) == ["Dương", "Đông"])
    }

    @Test("composed and decomposed letters sort alike")
    func decomposed() {
        #expect(sorted(["ăn", "a\u{306}m"]) == ["a\u{306}m", "ăn"])
        #expect(sorted(["Sở Giao", "Sở Gia\u{301}o d"]) == ["Sở Giao", "Sở Gia\u{301}o d"])
    }

    @Test("people sort by given name, then middle, then family name, then code")
    func people() {
        let people = [
            ("Nguyễn Văn An", "5"), ("Trần Văn An", "1"), ("Lê Thị Ánh", "4"), ("Trần Thị Bình", "3"),
            ("Trần Thị Bình", "6"),
            ("Đỗ Văn Đạt", "2"),
        ]
        let sorted = people.reversed().sorted { VietnameseOrder.people($0.0, $0.1, before: $1.0, $1.1) }
        #expect(sorted.map(\.1) == ["5", "1", "4", "3", "6", "2"])
    }

    @Test("a name of one word has no family name")
    func oneWord() {
        #expect(VietnameseOrder.people("An", "2", before: "Bình", "1"))
        #expect(VietnameseOrder.people("", "1", before: "An", "2"))
    }
}
