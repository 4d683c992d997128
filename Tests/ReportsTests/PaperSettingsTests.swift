import Ratings
import Reports
import Testing

@Suite("Paper settings")
struct PaperSettingsTests {
    private let settings = PaperSettings(issuer: "Trung tâm Phục vụ hành chính công")

    private func fault(_ change: (inout PaperSettings) -> Void) -> String? {
        var changed = settings
        change(&changed)
        do {
            try changed.check()
            return nil
        } catch {
            return error.field
        }
    }

    @Test("a fault names its field")
    func faults() {
        #expect(fault { _ in } == nil)
        #expect(fault { $0.issuer = " " } == "issuer")
        #expect(fault { $0.issuer = String(repeating: "a", count: 201) } == "issuer")
        #expect(fault { $0.parent = "" } == "parent")
        #expect(fault { $0.place = "Sóc\nTrăng" } == "place")
        #expect(fault { $0.sign = "BC TTHC" } == "sign")
        #expect(fault { $0.sign = "" } == "sign")
        #expect(fault { $0.authority = Array(repeating: "GIÁM ĐỐC", count: 7) } == "authority")
        #expect(fault { $0.signer = "\u{7}" } == "signer")
        #expect(fault { $0.recipients = [String(repeating: "a", count: 201)] } == "recipients")
    }

    @Test("an issued paper has number and date, and no other has either")
    func states() throws {
        let day = try #require(Day(iso: "2020-06-24"))
        #expect(fault { ($0.state, $0.number, $0.date) = (.issued, 7, day) } == nil)
        #expect(fault { ($0.state, $0.date) = (.issued, day) } == "number")
        #expect(fault { ($0.state, $0.number) = (.issued, 7) } == "date")
        #expect(fault { ($0.state, $0.number, $0.date) = (.issued, 0, day) } == "number")
        #expect(fault { $0.number = 7 } == "number")
        #expect(fault { ($0.state, $0.date) = (.forSignature, day) } == "date")
    }

    @Test("numbers below 10 are padded, days below 10, and the months 1 and 2")
    func words() throws {
        var settings = settings
        (settings.number, settings.date) = (7, Day(iso: "2019-08-02"))
        #expect(settings.numberAndSign == "07/BC-TTHC")
        #expect(settings.dateInWords == "ngày 02 tháng 8 năm 2019")
        (settings.number, settings.date) = (321, Day(iso: "2020-02-24"))
        #expect(settings.numberAndSign == "321/BC-TTHC")
        #expect(settings.dateInWords == "ngày 24 tháng 02 năm 2020")
    }

    @Test("each preset has its own words, with room for what is still open")
    func presets() {
        var settings = settings
        #expect(
            settings.attachedTo("Báo cáo")
                == "(Kèm theo Báo cáo số ……/BC-TTHC ngày …… tháng …… năm …… của Trung tâm Phục vụ hành chính công)")
        settings.preset = .source
        (settings.number, settings.date) = (7, Day(iso: "2020-06-24"))
        #expect(
            settings.attachedTo("Báo cáo")
                == "(Ban hành kèm theo Báo cáo số 07/BC-TTHC ngày 24/6/2020 của Trung tâm Phục vụ hành chính công)")
    }
}
