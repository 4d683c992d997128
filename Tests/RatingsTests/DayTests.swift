import Foundation
import Testing

@testable import Ratings

@Suite("Day") struct DayTests {
    @Test("a day is read and written as ISO text", arguments: ["1970-01-01", "2020-02-29", "2019-12-31", "0001-01-01"])
    func isoRoundTrip(text: String) throws {
        #expect(try Sample.day(text).description == text)
    }

    @Test(
        "nonsense is no day",
        arguments: [
            "", "2019-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-06-31", "2020-6-15", "20-06-15",
            "2020-06-15 ", "2020/06/15", "+020-06-15", "2020-+6-15", "2020-06--1", "2020-06", "٢٠٢٠-06-15",
            "0000-01-01",
        ])
    func nonsense(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("days are counted from 1970-01-01, before it too")
    func numbers() throws {
        #expect(try Sample.day("1970-01-01").number == 0)
        #expect(try Sample.day("1969-12-31").number == -1)
        #expect(try Sample.day("2000-03-01").number == 11_017)
    }

    @Test("a leap day lies between 28 February and 1 March, but not in 2100")
    func leapDays() throws {
        #expect(try Sample.day("2020-02-28").advanced(by: 1).description == "2020-02-29")
        #expect(try Sample.day("2020-02-29").advanced(by: 1).description == "2020-03-01")
        #expect(try Sample.day("2100-02-28").advanced(by: 1).description == "2100-03-01")
        #expect(try Sample.day("2019-12-31").advanced(by: 1).description == "2020-01-01")
    }

    @Test(
        "weekdays run from 1 Monday to 7 Sunday",
        arguments: zip(["2020-06-15", "2020-06-21", "1970-01-01", "1969-12-31", "1969-12-28"], [1, 7, 4, 3, 7]))
    func weekdays(text: String, weekday: Int) throws {
        #expect(try Sample.day(text).weekday == weekday)
    }

    @Test("Vietnamese tables write days without padding")
    func vietnamese() throws {
        #expect(try Sample.day("2020-06-05").vietnamese == "5/6/2020")
    }

    @Test("JSON holds the ISO text, and anything else is refused")
    func json() throws {
        let day = try Sample.day("2020-06-15")
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["2020-06-15"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: Data(#"["2020-06-15"]"#.utf8)) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["15/6/2020"]"#.utf8))
        }
    }

    @Test(
        "a time of day is read from 00:00 to 24:00",
        arguments: zip(["00:00", "7:30", "07:30", "24:00"], [0, 450, 450, 1440]))
    func times(text: String, minutes: Int) throws {
        #expect(try Sample.time(text).minutes == minutes)
    }

    @Test(
        "nonsense is no time of day",
        arguments: ["", "7", "24:01", "25:00", "07:60", "07:5", "+7:30", "-1:00", "07:30:00", "007:30"])
    func noTimes(text: String) {
        #expect(DayTime(text) == nil)
    }
}
