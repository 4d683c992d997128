import Ratings

/// What came of a request, or (in a preview) what would. All lines are for people, in Vietnamese; errors in English.
public struct OfficeReply: Codable, Hashable, Sendable {
    /// What is done, e.g. "đơn vị: thêm 2, đổi 1, giữ nguyên 17".
    public var summary: [String] = []
    /// What a person should know beside it.
    public var notes: [String] = []
    /// The numbers that change, e.g. "kỳ 2020-06 · Sở Xây dựng · Hài lòng với dịch vụ: 14 → 13".
    public var movement: [String] = []
    /// How many ratings come out different, counted or not.
    public var ratings = 0
    /// How many records are written.
    public var records = 0
    /// False in a preview and after an error: then nothing was changed.
    public var isApplied = false
    /// The invitation that was opened or closed.
    public var invitation: Invitation?
    /// Why it was refused; empty otherwise.
    public var errors: [String] = []

    /// An empty reply.
    public init() {}

    /// The reply to a request that `error` ended: nothing was changed.
    public static func refused(_ error: any Error) -> OfficeReply {
        var reply = OfficeReply()
        reply.errors = (error as? OfficeError)?.lines ?? ["\(error)"]
        return reply
    }

    /// All lines in the order in which to show them.
    public var lines: [String] {
        let numbers = movement.isEmpty && errors.isEmpty ? [Words.noMovement] : movement
        return errors + summary + notes.map { Words.note($0) } + numbers
    }
}
