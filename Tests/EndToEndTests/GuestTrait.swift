import Testing

/// Boots one guest for a whole suite, and ends it whatever happens.
struct GuestTrait: SuiteTrait, TestScoping {
    var options: [String]
    var first: Int?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let guest = try await Guest(suite: test.name, options: options, first: first)
        do {
            try await Guest.$current.withValue(guest) { try await function() }
        } catch {
            await guest.end()
            throw error
        }
        await guest.end()
    }
}

extension Trait where Self == GuestTrait {
    /// A guest for the suite: with these options of its kernel, and box `first` plugged in before it starts.
    static func guest(_ options: String..., first: Int? = nil) -> Self { GuestTrait(options: options, first: first) }
}
