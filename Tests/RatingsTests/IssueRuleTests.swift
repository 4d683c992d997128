import Foundation
import Testing

@testable import Ratings

@Suite("The life of a report") struct IssueRuleTests {
    private static let first = Day(number: 18_398)
    private static let last = Day(number: 18_428)
    private static let issueDay = Day(number: 18_437)

    /// An edition of 2020-06: 16/5/2020 to 15/6/2020, waiting for its signature, or issued on 24/6/2020.
    static func edition(
        _ number: Int, issued: Int? = nil, isWithdrawn: Bool = false, period: String = "2020-06"
    ) -> ReportEdition {
        let now = Instant(milliseconds: 1_592_960_400_000)
        let file = KeptFile(name: "phu-luc-ii.pdf", hash: "ab", size: 9)
        var edition = ReportEdition(
            period: period, number: number, first: first, last: last, sign: "BC-TTHC", submitted: now,
            ledger: LedgerPosition(rows: 9, hash: "cd"), model: file, documents: [file])
        if let issued {
            edition.issue = ReportEdition.Issue(
                number: issued, date: issueDay, signer: "An", recorded: now, documents: [file], signed: file)
        }
        if isWithdrawn { edition.withdrawn = now }
        return edition
    }

    private func publish(
        _ editions: [ReportEdition], number: Int = 7, date: Day = issueDay, today: Day = issueDay,
        others: [ReportEdition] = []
    ) throws(IssueRule.Refusal) -> ReportEdition {
        try IssueRule.issued(
            "2020-06", number: number, date: date, signer: "An", at: Instant(milliseconds: 5), today: today,
            among: ["2020-06": editions, "2020-05": others])
    }

    @Test("a draft goes to be signed as edition 1, a withdrawn one keeps its number")
    func submit() throws {
        #expect(IssueRule.current([]) == nil)
        #expect(try IssueRule.next(after: [], isReplacement: false) == (1, nil))
        let withdrawn = [Self.edition(1, isWithdrawn: true)]
        #expect(IssueRule.current(withdrawn) == nil)
        #expect(try IssueRule.next(after: withdrawn, isReplacement: false) == (2, nil))
    }

    @Test("nothing goes to be signed beside what waits for its signature, or over what was issued unless it says so")
    func refusedSubmit() throws {
        let waiting = [Self.edition(1)]
        for isReplacement in [false, true] {
            #expect(throws: IssueRule.Refusal.waitsForSignature(edition: 1)) {
                try IssueRule.next(after: waiting, isReplacement: isReplacement)
            }
        }
        let issued = [Self.edition(1, issued: 7)]
        #expect(throws: IssueRule.Refusal.isIssued(edition: 1)) {
            try IssueRule.next(after: issued, isReplacement: false)
        }
        #expect(try IssueRule.next(after: issued, isReplacement: true) == (2, 1))
        #expect(throws: IssueRule.Refusal.nothingToReplace) {
            try IssueRule.next(after: [Self.edition(1, isWithdrawn: true)], isReplacement: true)
        }
    }

    @Test("what waits is issued with number, date and signer, and stays what it was otherwise")
    func issue() throws {
        let edition = try publish([Self.edition(1)])
        #expect((edition.state, edition.numberAndSign) == (.issued, "07/BC-TTHC"))
        #expect((edition.issue?.date, edition.issue?.signer) == (Self.issueDay, "An"))
        #expect(edition.documents == Self.edition(1).documents && edition.ledger == Self.edition(1).ledger)
        #expect(throws: IssueRule.Refusal.notSubmitted) { try publish([]) }
        #expect(throws: IssueRule.Refusal.notSubmitted) { try publish([Self.edition(1, issued: 7)]) }
        #expect(throws: IssueRule.Refusal.notSubmitted) { try publish([Self.edition(1, isWithdrawn: true)]) }
    }

    @Test("a number is 1 or more, once a year; a date lies neither before the period's last day nor to come")
    func numberAndDate() throws {
        let waiting = [Self.edition(1)]
        #expect(throws: IssueRule.Refusal.noNumber) { try publish(waiting, number: 0) }
        #expect(throws: IssueRule.Refusal.dateBeforeEnd(last: Self.last)) {
            try publish(waiting, date: Self.last.advanced(by: -1))
        }
        #expect(try publish(waiting, date: Self.last).issue?.date == Self.last)
        #expect(throws: IssueRule.Refusal.dateToCome) { try publish(waiting, date: Self.issueDay.advanced(by: 1)) }
        #expect(throws: IssueRule.Refusal.numberTaken(period: "2020-05", edition: 3)) {
            try publish(waiting, others: [Self.edition(3, issued: 7, period: "2020-05")])
        }
        #expect(try publish(waiting, number: 8, others: [Self.edition(3, issued: 7, period: "2020-05")]).issue != nil)
        let nextYear = Self.issueDay.advanced(by: 365)
        #expect(
            try publish(waiting, date: nextYear, today: nextYear, others: [Self.edition(3, issued: 7)]).issue != nil)
    }

    @Test("a replacement is not dated before the report that it replaces; the same day will do")
    func replacementDate() throws {
        var replacement = Self.edition(2)
        replacement.replaces = 1
        let editions = [Self.edition(1, issued: 7), replacement]
        #expect(throws: IssueRule.Refusal.dateBeforeReplaced(edition: 1, date: Self.issueDay)) {
            try publish(editions, number: 8, date: Self.issueDay.advanced(by: -1))
        }
        #expect(try publish(editions, number: 8).issue?.date == Self.issueDay)
    }

    @Test("only what waits is withdrawn; then the issued one before it stands again")
    func withdraw() throws {
        let instant = Instant(milliseconds: 5)
        let editions = [Self.edition(1, issued: 7), Self.edition(2)]
        #expect(IssueRule.current(editions)?.number == 2)
        #expect(IssueRule.inForce(editions)?.number == 1)
        let withdrawn = try IssueRule.withdrawn(editions, at: instant)
        #expect((withdrawn.state, withdrawn.number) == (.withdrawn, 2))
        #expect(IssueRule.current([editions[0], withdrawn])?.number == 1)
        #expect(throws: IssueRule.Refusal.notSubmitted) {
            try IssueRule.withdrawn([Self.edition(1, issued: 7)], at: instant)
        }
    }

    private func attach(
        _ hash: String, to editions: [ReportEdition], edition: Int? = nil, isCorrection: Bool = false
    ) throws(IssueRule.Refusal) -> ReportEdition {
        try IssueRule.attached(
            KeptFile(name: "da-ky.pdf", hash: hash, size: 9), to: editions, edition: edition,
            isCorrection: isCorrection)
    }

    @Test("a signed document is attached to an issued edition")
    func attach() throws {
        var issued = Self.edition(1, issued: 7)
        issued.issue?.signed = nil
        let attached = try attach("01", to: [issued, Self.edition(2)])
        #expect(attached.number == 1 && attached.issue?.signed?.name == "da-ky.pdf")
        #expect(attached.issue?.earlierSigned == nil)
        #expect(throws: IssueRule.Refusal.notIssued) { try attach("01", to: [issued, Self.edition(2)], edition: 2) }
        #expect(throws: IssueRule.Refusal.notIssued) { try attach("01", to: [issued], edition: 9) }
    }

    @Test("a wrong file is followed by another one only as a correction; it stays kept, and the latest counts")
    func attachAnother() throws {
        var edition = Self.edition(1, issued: 7)
        edition.issue?.signed = nil
        edition = try attach("01", to: [edition])
        #expect(throws: IssueRule.Refusal.isAttached(edition: 1)) { try attach("02", to: [edition]) }
        #expect(throws: IssueRule.Refusal.isSameDocument(edition: 1)) {
            try attach("01", to: [edition], isCorrection: true)
        }
        edition = try attach("02", to: [edition], isCorrection: true)
        edition = try attach("03", to: [edition], isCorrection: true)
        #expect(edition.issue?.signed?.hash == "03")
        #expect(edition.issue?.allSigned.map(\.name) == ["da-ky.pdf", "da-ky-2.pdf", "da-ky-3.pdf"])
        #expect(edition.files.map(\.hash).suffix(3) == ["01", "02", "03"])
    }

    @Test("a signed document is a whole PDF of at most 32 MiB")
    func signedDocument() throws {
        func fault(_ text: String) -> SignedDocument.Fault? {
            do {
                try SignedDocument.check(Data(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("%PDF-1.7 … %%EOF\n") == nil)
        #expect(fault("%PDF-1.7 %%EOF" + String(repeating: " ", count: 1_000)) == nil)
        #expect(fault("%PDF-1.7 %%EOF" + String(repeating: " ", count: 1_100)) == .cutOff)
        #expect(fault("%PDF-") == .cutOff)
        #expect(fault("PK %%EOF") == .noPDF && fault("") == .noPDF)
        #expect(throws: SignedDocument.Fault.tooLarge(size: SignedDocument.limit + 1)) {
            try SignedDocument.check(size: SignedDocument.limit + 1)
        }
        try SignedDocument.check(size: SignedDocument.limit)
    }

    @Test("the directory holds editions in their order, the newest state of each")
    func directory() throws {
        var directory = try Sample.directory(Self.edition(2), Self.edition(10), Self.edition(1, issued: 7))
        try directory.add(Self.edition(2, isWithdrawn: true))
        #expect(directory.editions["2020-06"]?.map(\.number) == [1, 2, 10])
        #expect(directory.editions["2020-06"]?.map(\.state) == [.issued, .withdrawn, .forSignature])
    }
}
