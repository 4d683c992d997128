import Ratings
import Store

/// What people do: each request is checked, said in numbers before it is made, made as one change, and kept with who,
/// when and why. One request at a time.
public actor Office {
    /// The centre's store, which this is the only one to change by decisions.
    public nonisolated let store: Store
    let documents: any DocumentMaking
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// An office that writes to `store`; `documents` makes those of reports that go to be signed.
    public init(store: Store, documents: any DocumentMaking) {
        self.store = store
        self.documents = documents
    }

    /// Does what is asked, or (with `isPreview`) says what would come of it and changes nothing.
    /// - Throws: `OfficeError` with everything that is wrong; `StoreError` or `DatabaseError` from the store. Nothing was
    ///   changed then.
    public func perform(
        _ request: OfficeRequest, who: String, at instant: Instant, isPreview: Bool = false
    ) async throws -> OfficeReply {
        await takeTurn()
        defer { giveTurnBack() }
        let (who, why) = try signature(who, request)
        if let step = try step(request, at: instant) {
            return try await carryOut(step, who: who, why: why, at: instant, isPreview: isPreview)
        }
        switch request {
        case .erasePersonal(let press, _):
            return try await erase(press, who: who, why: why, at: instant, isPreview: isPreview)
        case .reproject:
            return try await reproject(who: who, why: why, at: instant, isPreview: isPreview)
        default:
            let planner = Planner(
                directory: store.directory, at: instant, who: who, nextPosition: try store.nextPosition())
            let plan = try plan(request, planner)
            let change = Change(at: instant, who: who, action: plan.action, why: why, records: plan.records)
            return try await carryOut(plan, change, isPreview: isPreview)
        }
    }

    /// An actor lets others in at each `await`; no change may be planned on a directory that another is changing.
    private func takeTurn() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func giveTurnBack() {
        if waiting.isEmpty {
            isBusy = false
        } else {
            waiting.removeFirst().resume()
        }
    }

    private func signature(_ who: String, _ request: OfficeRequest) throws -> (who: String, why: String) {
        let who = CodeRule.clean(who)
        guard (1...200).contains(who.count) else {
            throw OfficeError(
                "who", who, why: "nobody is named", remedy: "Say who does this, in at most 200 characters.")
        }
        let (text, isNeeded) = request.reason
        let why = CodeRule.clean(text)
        guard !isNeeded || !why.isEmpty, why.count <= 1000 else {
            throw OfficeError(
                "why", why.isEmpty ? nil : why, why: why.isEmpty ? "no reason was given" : "too long",
                remedy: "Give a reason with --why, in at most 1000 characters: the audit row keeps it.")
        }
        return (who, why)
    }

    private func plan(_ request: OfficeRequest, _ planner: Planner) throws -> Plan {
        switch request {
        case .importFiles(let files, let complete, let since, _):
            return try planner.importFiles(files, complete: complete, since: since)
        case .importDossiers(let file, let period, let columns, let sheet, _):
            return try planner.importDossiers(file, period: period, columns: columns, sheet: sheet)
        case .boxAssign(let uid, let counters, let since, let until, let label, _):
            return try planner.boxAssign(uid: uid, counters: counters, since: since, until: until, label: label)
        case .boxRelease(let uid, let since, _): return try planner.boxRelease(uid: uid, since: since)
        case .boxRegister(let uid, let label, let note, _):
            return try planner.boxRegister(uid: uid, label: label, note: note)
        case .boxTest(let uid, let isOn, let since, _): return try planner.boxTest(uid: uid, isOn: isOn, since: since)
        case .settleDuplicate(let uid, let decision, let from, _):
            return try planner.settleDuplicate(uid: uid, decision: decision, from: from)
        case .dutyStart(let counter, let officer, let unit, let since, let until, _):
            return try planner.dutyStart(counter: counter, officer: officer, unit: unit, since: since, until: until)
        case .dutyEnd(let counter, let officer, let since, _):
            return try planner.dutyEnd(counter: counter, officer: officer, since: since)
        case .dutyCorrect(let counter, let officer, let moment, let newOfficer, let unit, let since, let until, _):
            return try planner.dutyCorrect(
                counter: counter, officer: officer, moment: moment, newOfficer: newOfficer, unit: unit, since: since,
                until: until)
        case .standIn(let counter, let officer, let replaces, let unit, let since, let until, _):
            return try planner.standIn(
                counter: counter, officer: officer, replaces: replaces, unit: unit, since: since, until: until)
        case .invite(let counter, let subject, let windowSeconds, _):
            let open = try store.invitation(at: CodeRule.clean(counter), planner.at)
            return try planner.invite(
                counter: counter, subject: subject, windowSeconds: windowSeconds, id: try store.nextInvitationID(),
                open: open)
        case .closeInvitation(let id, _): return try planner.closeInvitation(try store.invitation(id), id: id)
        case .setAside(let presses, _):
            return try planner.decide(on: presses, isSetAside: true, isKnown: store.hasPress)
        case .keep(let presses, _):
            return try planner.decide(on: presses, isSetAside: false, isKnown: store.hasPress)
        case .closeCase(let press, let cause, let officer, _):
            return try planner.closeCase(of: press, cause: cause, officer: officer, rating: try store.rating(of: press))
        case .set(let name, let scope, let value, let since, _):
            return try planner.set(name, scope: scope, value: value, since: since)
        case .definePeriod(let name, let first, let last, _):
            return try planner.definePeriod(name: name, first: first, last: last)
        case .acceptFinding(let month, let mark, let papers, let why):
            let items = try MonthCheck(store: store, month: month).items(with: papers, at: planner.at)
            return try planner.accept(mark, among: items, of: CodeRule.clean(month), why: why)
        case .writeTexts(let month, let texts, let isReplacement, _):
            return try planner.write(texts, of: CodeRule.clean(month), isReplacement: isReplacement)
        case .erasePersonal, .reproject, .submitReport, .publishReport, .attachSigned, .withdrawReport: return Plan("")
        }
    }
}
