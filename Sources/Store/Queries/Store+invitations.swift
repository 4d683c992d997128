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
