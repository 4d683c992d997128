import Foundation
import Ratings
import Reports
import Store

/// Works out what a step of a report's life would keep. It writes nothing.
struct IssuePlanner {
    /// What a step leaves.
    struct Step {
        /// Name of what is done, as the audit row keeps it.
        var action: String
        /// The edition as it is from then on.
        var edition: ReportEdition
        /// The documents to be kept for it.
        var documents: [Data] = []
        /// The ledger that figures were counted from, to be anchored; nil for its present head.
        var read: LedgerPosition?
        /// What is done, for people.
        var summary: String
        /// What a person should know beside it.
        var notes: [String] = []
    }

    let store: Store
    let documents: any DocumentMaking
    let at: Instant
    private var directory: Directory { store.directory }
    private var zone: Zone { directory.settings.zone }

    /// Freezes the figures of a period as its next edition.
    func submit(_ text: String, paper: PaperSettings?, isReplacement: Bool) throws -> Step {
        guard let span = PeriodRule.span(named: text, in: directory) else {
            throw OfficeError(
                "period", text, why: "no period",
                remedy: "Write YYYY-MM, YYYY-Q1 or the like, or list it with 'hailong setting period'.")
        }
        if case .yearToDate? = span.name {
            throw OfficeError(
                "period", text, why: "the sum of months, each issued by itself", remedy: "Name one of them.")
        }
        let name = span.name?.description ?? text
        let editions = directory.editions[name] ?? []
        let next = try Self.allowed(name) { () throws(IssueRule.Refusal) in
            try IssueRule.next(after: editions, isReplacement: isReplacement)
        }
        var (figures, ledger) = try PeriodTables.read(store, of: span, at: at) { (try $0.figures(), $0.ledger) }
        figures.setAnchor(TableNotes.Anchor(ledger: ledger, at: at))
        let replaced = next.replaces.flatMap { number in editions.first { $0.number == number } }
        let end = directory.settings.start(of: span.days.upperBound.advanced(by: 1))
        var settings = paper ?? PaperSettings(centre: directory.centres.last { $0.since < end })
        (settings.state, settings.number, settings.date) = (.forSignature, nil, nil)
        settings.replaces = replaced.flatMap(Words.report)
        // Persons write into the report of a month; a quarter or a year has none.
        let isMonth = PeriodRule.period(named: name, in: directory) != nil
        let report = FrozenReport(
            edition: next.number, frozen: at, ledger: ledger, zone: zone, figures: figures,
            written: isMonth ? directory.writtenTexts(of: name) : nil,
            last: isMonth ? directory.lastTexts(before: name) : nil, manner: isMonth ? try documents.manner() : nil,
            paper: settings)
        let (made, files, unkept) = try make(report)
        let model = try report.json()
        var step = Step(
            action: "report submit",
            edition: ReportEdition(
                period: name, number: next.number, first: span.days.lowerBound, last: span.days.upperBound,
                sign: settings.sign, submitted: at, ledger: ledger, model: Store.file("model.json", model),
                documents: files, replaces: next.replaces),
            documents: [model] + made, read: ledger,
            summary: Words.submitted(name, report, replaces: replaced))
        step.notes = try notes(on: report, of: name, replacing: replaced) + unkept
        return step
    }

    /// What a person should know before the figures of a period are frozen.
    private func notes(on report: FrozenReport, of name: String, replacing replaced: ReportEdition?) throws -> [String]
    {
        var notes: [String] = []
        // Of a quarter or a year its months are checked.
        if PeriodRule.period(named: name, in: directory) != nil {
            let items = try MonthCheck(store: store, month: name).items(at: at).filter { $0.acceptance == nil }
            if !items.isEmpty { notes.append(Words.unchecked(items, name)) }
        }
        if !report.table.notes.isPeriodOver { notes.append(Words.periodRuns(report.table.days.upperBound)) }
        if report.table.total.total == 0 { notes.append(Words.noRatings) }
        if let replaced, try difference(of: replaced).isEmpty { notes.append(Words.nothingToCorrect) }
        return notes
    }

    /// Records number, date and signer, and makes the documents with them from the frozen figures.
    func publish(_ month: String, number: Int, date: Day, signer: String, signed: Data?) throws -> Step {
        let signer = CodeRule.clean(signer)
        // How long a name may be, the paper's settings say when the documents are made.
        guard !signer.isEmpty else {
            throw OfficeError("signer", signer, why: "nobody is named", remedy: "Say who signed.")
        }
        var edition = try Self.allowed(month) { () throws(IssueRule.Refusal) in
            try IssueRule.issued(
                month, number: number, date: date, signer: signer, at: at, today: zone.day(of: at),
                among: directory.editions)
        }
        var report = try FrozenReport(json: try store.document(edition.model))
        (report.paper.state, report.paper.number, report.paper.date) = (.issued, number, date)
        report.paper.signer = signer
        let (made, files, unkept) = try make(report)
        edition.issue?.documents = files
        var kept = made
        if let signed {
            edition.issue?.signed = try file(signed: signed)
            kept.append(signed)
        }
        return Step(
            action: "report publish", edition: edition, documents: kept, summary: Words.published(edition),
            notes: unkept)
    }

    /// Attaches the signed document to an issued edition; with a reason, in place of another one.
    func attach(_ month: String, edition number: Int?, signed: Data, why: String) throws -> Step {
        let file = try file(signed: signed)
        let edition = try Self.allowed(month) { () throws(IssueRule.Refusal) in
            try IssueRule.attached(
                file, to: directory.editions[month] ?? [], edition: number,
                isCorrection: !CodeRule.clean(why).isEmpty)
        }
        return Step(
            action: "report attach", edition: edition, documents: [signed], summary: Words.attached(edition))
    }

    /// Takes a submission back.
    func withdraw(_ month: String) throws -> Step {
        let edition = try Self.allowed(month) { () throws(IssueRule.Refusal) in
            try IssueRule.withdrawn(directory.editions[month] ?? [], at: at)
        }
        return Step(action: "report withdraw", edition: edition, summary: Words.withdrawn(edition))
    }

    private func difference(of edition: ReportEdition) throws -> ReportDifference {
        try ReportArchive(store: store).difference(of: edition, at: at)
    }

    /// The documents of a report with the names they are kept by, and what to tell of those that are not among them.
    private func make(_ report: FrozenReport) throws -> (made: [Data], files: [KeptFile], unkept: [String]) {
        do {
            try report.paper.check()
        } catch {
            throw OfficeError(error.field, why: "no paper can have this", remedy: error.reason)
        }
        let all = try documents.documents(of: report)
        let made = all.documents
        let size = made.reduce(0) { $0 + $1.bytes.count }
        guard size <= IssueLimits.documents else {
            throw OfficeError(
                "documents", "\(size) bytes", why: "more than \(IssueLimits.documents >> 20) MiB",
                remedy: "Report this: no table of a month is so large.")
        }
        return (made.map(\.bytes), made.map { Store.file($0.name, $0.bytes) }, Words.unkept(all))
    }

    private func file(signed: Data) throws -> KeptFile {
        do {
            try SignedDocument.check(signed)
        } catch {
            throw OfficeError([error.finding])
        }
        return Store.file("da-ky.pdf", signed)
    }

    private static func allowed<Result>(
        _ period: String, _ step: () throws(IssueRule.Refusal) -> Result
    ) throws -> Result {
        do {
            return try step()
        } catch {
            throw OfficeError([error.finding(period)])
        }
    }
}

extension PaperSettings {
    /// What stands around the figures of a centre where nothing else is said.
    public init(centre: Centre?) {
        self.init(issuer: centre?.name ?? "Trung tâm Phục vụ hành chính công", parent: centre?.parent)
    }
}
