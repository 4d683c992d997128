import Foundation
import Ratings
import Sessions
import Simulator
import Store

/// A text as a simulator's script, and each of its lines as whatever is read line by line.
enum LinesTarget {
    static func run(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        if let rows = try? Script(text: text, file: "script.csv", boxes: 9).rows {
            try demand(rows.allSatisfy { (1...9).contains($0.box) && $0.at >= .zero }, "a row that no box can play")
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            _ = try? PromptOrder(String(line), boxes: 9)
            if let anchor = Anchor(line: line) {
                try demand(Anchor(line: anchor.line) == anchor, "anchor '\(anchor.line)' does not come back")
            }
            if let entry = SessionEntry(line: line) {
                try demand(SessionEntry(line: entry.line) == entry, "entry '\(entry.line)' does not come back")
            }
            if let moment = MomentText.parse(String(line), in: .vietnam) {
                let again = MomentText.parse(MomentText.utc(moment), in: .vietnam)
                try demand(again == moment, "'\(line)' does not come back")
            }
            if let day = Day(iso: line) { try demand(Day(iso: "\(day)") == day, "'\(line)' does not come back") }
        }
    }
}
