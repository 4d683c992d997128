import Foundation
import Ratings
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite("Receipts beside a backup", .serialized) struct BackupLoadTests {
    private let elsewhere = Scratch()
    private static let presses: UInt32 = 4_000

    @Test("presses are taken while a backup is made", .timeLimit(.minutes(5)))
    func latency() async throws {
        let bench = try await Bench()
        let store = bench.store
        for first in stride(from: UInt32(0), to: Self.presses, by: 1_000) {
            try await bench.take((first..<first + 1_000).map { Sample.press($0, Double($0) * 10) })
        }
        let isCopying = Mutex(true)
        let next = Mutex(Self.presses)
        @Sendable func commitOne() async throws -> Duration {
            let sequence = next.withLock { next in
                next += 1
                return next
            }
            let press = Sample.press(sequence, Double(sequence) * 10)
            // Nobody else would run where this loops.
            await Task.yield()
            return try ContinuousClock().measure { _ = try store.commit([.press(press)]) }
        }
        let beside = Task {
            var taken: [Duration] = []
            while isCopying.withLock({ $0 }) { taken.append(try await commitOne()) }
            return taken
        }
        _ = try await store.backup(to: elsewhere.path + "/copy.sqlite", at: Sample.morning)
        isCopying.withLock { $0 = false }
        let waits = try await beside.value
        let slowest = try #require(waits.max())
        // Generous, since all tests share two cores: a commit that has to wait for the copy fails as "locked" after 5 s.
        #expect(slowest < .seconds(5))
    }
}
