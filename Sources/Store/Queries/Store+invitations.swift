import GRDB
import Ratings

extension Store {
    /// The invitation of this number.
    /// - Throws: `DatabaseError`.
    public func invitation(_ id: UInt32) throws -> Invitation? { try pool.read { try InvitationRow.fetch($0, id: id) } }

    /// The last invitation that was open at the counter at that moment.
    /// - Throws: `DatabaseError`.
    public func invitation(at counter: String, _ moment: Instant) throws -> Invitation? {
        try pool.read { try InvitationRow.fetch($0, counter: counter, at: moment) }
    }

    /// A number that no invitation has had.
    /// - Throws: `DatabaseError`.
    public func nextInvitationID() throws -> UInt32 {
        let last = try pool.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM invitation") }
        return UInt32(truncatingIfNeeded: (last ?? 0) + 1)
    }
}

extension StoreSnapshot {
    /// The invitations opened on `days`, in their order, with whether a rating came of them.
    /// - Throws: `DatabaseError`, `DecodingError`.
    public func invitationUses(for days: ClosedRange<Day>) throws -> [InvitationUse] {
        let directory = try directory
        let start = directory.settings.start(of: days.lowerBound)
        let end = directory.settings.start(of: days.upperBound.advanced(by: 1))
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT body, EXISTS (
                    SELECT 1 FROM rating WHERE generation = ? AND rating.invitation = invitation.id
                    AND verdict = 'counted')
                FROM invitation WHERE opened >= ? AND opened < ? ORDER BY opened, id
                """,
            arguments: [try Projection.currentGeneration(db), start.milliseconds, end.milliseconds])
        var uses: [InvitationUse] = []
        while let row = try rows.next() {
            let body = try row.decode(String.self, atIndex: 0)
            let invitation: Invitation = try StoredRecord(kind: .invitation, key: "", body: body).decoded()
            uses.append(
                InvitationUse(invitation, isAnswered: try row.decode(atIndex: 1), in: directory))
        }
        return uses
    }
}
