import Testing

@testable import Simulator

@Suite("Scripts and the prompt", .timeLimit(.minutes(1)))
struct ScriptTests {
    private func script(_ lines: String..., boxes: Int = 3) throws -> Script {
        try Script(text: (["box,button,moment"] + lines).joined(separator: "\n"), file: "s.csv", boxes: boxes)
    }

    private func problems(_ lines: String...) -> [String] {
        do {
            _ = try Script(text: lines.joined(separator: "\n"), file: "s.csv", boxes: 3)
            return []
        } catch {
            return error.problems.map { "\($0.line) \($0.field)" }
        }
    }

    @Test("seconds count from the start, in the order of time")
    func seconds() throws {
        let rows = try script("2,5,+12.5", "1,unplug,+0.25", "5300000000000003,plug,+12.5").rows
        #expect(
            rows == [
                Script.Row(box: 1, action: .unplug, at: .milliseconds(250)),
                Script.Row(box: 2, action: .press(button: 5), at: .milliseconds(12_500)),
                Script.Row(box: 3, action: .plug, at: .milliseconds(12_500)),
            ])
    }

    @Test("dates count from the earliest, over days and zones")
    func dates() throws {
        let local = try script("1,1,2028-03-01T00:00", "1,2,2028-02-28T23:59:30").rows
        #expect(local.map(\.at) == [.zero, .seconds(86_400 + 30)])
        let zoned = try script("1,1,2026-01-01T00:30+07:00", "1,2,2025-12-31T17:00Z").rows
        #expect(zoned.map(\.action) == [.press(button: 2), .press(button: 1)])
        #expect(zoned.map(\.at) == [.zero, .seconds(1_800)])
    }

    @Test("spreadsheet habits are taken: a mark at the start, CRLF, quotes, blank lines")
    func habits() throws {
        let text = "\u{FEFF}box,button,moment\r\n\"1\", 2 ,+1\r\n\r\n"
        #expect(try Script(text: text, file: "s.csv", boxes: 1).rows.count == 1)
    }

    @Test("a script with mistakes is refused whole, with line, field, reason and remedy for each")
    func mistakes() {
        #expect(problems("box;button;moment") == ["1 header"])
        #expect(
            problems("box,button,moment", "4,1,+1", "1,6,+1", "1,1,tomorrow", "1,1", "x,y,z")
                == ["2 box", "3 button", "4 moment", "5 line", "6 box", "6 button", "6 moment"])
        #expect(problems("box,button,moment", "1,1,+1", "1,1,2026-01-01T00:00") == ["3 moment"])
        #expect(problems("box,button,moment", "1,1,2026-02-29T00:00", "1,1,2026-13-01T00:00").count == 2)
        do {
            _ = try script("1,7,+1")
            Issue.record("it was taken")
        } catch {
            #expect("\(error)" == "s.csv:2: button: '7' is no button; write a number from 1 to 5, or plug or unplug.")
        }
    }

    @Test("no text whatever makes the reader fail but in its own words")
    func hostile() throws {
        var chance = SplitMix64(seed: 3)
        let alphabet = Array("0123456789+-.:,TZ\r\n\"x é")
        for _ in 0..<2_000 {
            let body = String((0..<chance.below(40)).map { _ in alphabet[chance.below(alphabet.count)] })
            do {
                _ = try Script(text: "box,button,moment\n" + body, file: "s.csv", boxes: 3)
            } catch {
                #expect(!error.problems.isEmpty)
            }
        }
    }

    @Test("a script is played to its end at its speed")
    func play() async throws {
        try await Scene.with(boxes: 3) { scene in
            let script = try script("1,1,+0", "3,unplug,+1", "3,4,+2", "3,plug,+5", "2,2,+6", "1,5,+6")
            scene.fleet.play(script, speed: 20)
            try await scene.fleet.waitUntilPlayed()
            try await scene.fleet.waitUntilReceipted()
            #expect(scene.host.ledger.stored.map(\.button).sorted() == [1, 2, 4, 5])
            #expect(try await scene.fleet.counts().unplugs == 1)
            try scene.expectExactlyOnce()
        }
    }

    @Test("the prompt knows its orders and says what it does not know")
    func prompt() throws {
        #expect(try PromptOrder(" press 3  1 ", boxes: 3) == .press(box: 3, button: 1))
        #expect(try PromptOrder("cold 2", boxes: 3) == .cold(box: 2))
        #expect(try PromptOrder("badge 1 04A1", boxes: 3) == .badge(box: 1, code: "04A1"))
        #expect(try PromptOrder("", boxes: 3) == .none)
        #expect(try PromptOrder("quit", boxes: 3) == .quit)
        for line in ["press 4 1", "press 1 6", "press 1", "jump", "plug x", "status 1"] {
            #expect(throws: PromptOrder.Refusal.self, "\(line)") { try PromptOrder(line, boxes: 3) }
        }
    }
}
