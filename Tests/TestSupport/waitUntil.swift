/// Returns once `condition` holds, where no event tells; the test's time limit ends a wait in vain.
public func waitUntil(_ condition: () async throws -> Bool) async throws {
    while try await !condition() { try await Task.sleep(for: .milliseconds(1)) }
}
