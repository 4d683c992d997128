import Ratings
import Store

extension Office {
    /// Checks a plan, makes it or rehearses it, and says what moves.
    func carryOut(_ plan: Plan, _ change: Change, isPreview: Bool) async throws -> OfficeReply {
        let directory = store.directory
        let candidate = try plan.applied(to: directory)
        let news = DirectoryCheck.news(candidate, since: directory, changing: plan.records)
        guard news.findings.isEmpty else { throw OfficeError(news.findings.map { Self.finding($0) }) }
        var reply = OfficeReply()
        reply.summary = plan.summary
        reply.notes = plan.notes + news.notes
        reply.records = plan.records.count
        reply.isApplied = !isPreview
        reply.invitation = plan.invitation
        guard !plan.records.isEmpty else { return reply }
        let periods = PeriodMovement(before: directory, after: candidate, tallies: store.tallies)
        let periodLines = try periods.lines(
            changing: plan.records, until: candidate.settings.zone.day(of: change.at))
        let printedLines = try PrintedMovement(before: directory, after: candidate, tallies: store.tallies).lines(
            changing: plan.records, until: candidate.settings.zone.day(of: change.at))
        let movement = try await store.make(change, isRehearsal: isPreview)
        try tell(movement, candidate, in: &reply)
        reply.movement += periodLines + printedLines + plan.movement
        return reply
    }

    /// Puts the movement into the reply in words.
    private func tell(_ movement: TableMovement, _ directory: Directory, in reply: inout OfficeReply) throws {
        reply.ratings = movement.ratings
        reply.movement = try MovementText(
            movement: movement, directory: directory, isApplied: reply.isApplied, tallies: store.tallies
        ).lines()
    }

    func reproject(who: String, why: String, at instant: Instant, isPreview: Bool) async throws -> OfficeReply {
        let movement = try await store.reproject(isRehearsal: isPreview)
        if !isPreview {
            _ = try await store.make(Change(at: instant, who: who, action: "reproject", why: why, records: []))
        }
        var reply = OfficeReply()
        reply.summary = [Words.reprojected]
        reply.isApplied = !isPreview
        try tell(movement, store.directory, in: &reply)
        return reply
    }

    func erase(
        _ press: PressKey?, who: String, why: String, at instant: Instant, isPreview: Bool
    ) async throws -> OfficeReply {
        var reply = OfficeReply()
        if isPreview {
            if let press, try !store.hasPress(press) { throw StoreError.noSuchPress(press.description) }
            let isThere = try press.map { try store.personalNote(of: $0) != nil }
            let text = isThere.map { $0 ? Words.willErase : Words.nothingToDo } ?? Words.willEraseExpired
            reply.summary = [text]
            return reply
        }
        let erased = try await store.erasePersonal(of: press, at: instant, who: who, why: why)
        reply.summary = [Words.erased(erased)]
        reply.isApplied = true
        return reply
    }

    private static func finding(_ finding: DirectoryFinding) -> Finding {
        Finding(field: finding.field, value: finding.value, why: finding.why, remedy: finding.remedy)
    }
}
