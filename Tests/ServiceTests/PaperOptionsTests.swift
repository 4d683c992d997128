import Office
import Ratings
import Reports
import Testing
import Upkeep

@testable import hailong

/// What stands around figures: on a draft, on what is frozen, and on what was.
@Suite("Paper options") struct PaperOptionsTests {
    private static let all = [
        "--sign", "BC-UBND", "--preset", "source", "--orientation", "landscape", "--issuer", "Ủy ban", "--parent", "Bộ",
        "--place", "Sóc Trăng", "--authority", "GIÁM ĐỐC", "--signer", "Lê An", "--recipient", "Như trên",
    ]

    private func edition(isIssued: Bool = false, isWithdrawn: Bool = false) -> ReportEdition {
        let (file, now) = (KeptFile(name: "model.json", hash: "ab", size: 9), Instant(milliseconds: 5))
        var edition = ReportEdition(
            period: "2020-06", number: 1, first: Day(number: 18_398), last: Day(number: 18_428), sign: "BC-TTHC",
            submitted: now, ledger: LedgerPosition(rows: 9, hash: "cd"), model: file, documents: [])
        if isIssued {
            edition.issue = ReportEdition.Issue(
                number: 7, date: Day(number: 18_437), signer: "Lê An", recorded: now, documents: [])
        }
        if isWithdrawn { edition.withdrawn = now }
        return edition
    }

    /// The words with which something is refused; nil where it is done.
    private func refusal(of step: () throws -> Void) throws -> String? {
        do {
            try step()
            return nil
        } catch let failure as CommandFailure {
            return failure.message
        }
    }

    @Test("every option that was given is known by its name, and 'report issue submit' takes them all")
    func given() throws {
        let names = Self.all.filter { $0.hasPrefix("--") }
        #expect(try PaperOptions.parse(Self.all).given == names)
        #expect(try PaperOptions.parse([]).given.isEmpty)
        let submit = try IssueCommand.Submit.parse(["--month", "2020-06"] + Self.all)
        #expect(submit.paper.given == names)
        let settings = try submit.paper.settings(MachineSettings(), centre: nil)
        #expect((settings.preset, settings.sign, settings.place) == (.source, "BC-UBND", "Sóc Trăng"))
        #expect((settings.authority, settings.signer, settings.recipients) == (["GIÁM ĐỐC"], "Lê An", ["Như trên"]))
        #expect((settings.state, settings.number, settings.date) == (.draft, nil, nil))
        #expect(throws: (any Error).self) { try IssueCommand.Submit.parse(["--month", "2020-06", "--number", "7"]) }
    }

    @Test("what was kept is given as it is: an option that would change it is refused with what to do instead")
    func frozen() throws {
        let kept = try KeptOptions.parse([])
        #expect(try refusal { try kept.refuse([], beside: edition()) } == nil)
        for (edition, words) in [
            (edition(), "'hailong report issue withdraw' and submit it anew"),
            (edition(isIssued: true), "submit --replacement"), (edition(isWithdrawn: true), "submit the report anew"),
        ] {
            let told = try #require(try refusal { try kept.refuse(["--sign", "--number"], beside: edition) })
            #expect(told.hasPrefix("--sign, --number: edition 1 of 2020-06 ") && told.contains("--live"))
            #expect(told.contains(words), "\(told)")
        }
    }

    @Test("state, number and date are those of days without a name; a table that is never issued has none")
    func state() throws {
        let days = Day(number: 18_398)...Day(number: 18_428)
        func refusal(_ period: String?, _ options: String...) throws -> String? {
            let table = TableBuilder(TableSource(tallies: CodedTallies(), directory: Directory()), days: days)
                .table(by: .unit, periodName: period, asOf: Instant(milliseconds: 5))
            return try self.refusal { try StateOptions.parse(options).check(for: table, of: period) }
        }
        #expect(try refusal("2020-06") == nil)
        #expect(try refusal("2020-06", "--state", "draft") == nil)
        #expect(try refusal(nil, "--state", "issued", "--number", "7", "--date", "2020-06-24") == nil)
        for options in [["--number", "7"], ["--date", "2020-06-24"], ["--state", "for_signature"]] {
            #expect(try refusal("2020-06", options[0], options[1])?.contains("report issue submit") == true)
            let never = try #require(try refusal("2020-YTD-06", options[0], options[1]))
            #expect(never.contains("never issued by themselves") && !never.contains("submit"))
        }
    }
}
