import Foundation
import GRDB
import Synchronization

extension Store {
    /// Recomputes the chain and compares it with the anchors of the folder and any given ones; compares what is derived
    /// with it, and looks at every page.
    /// - Throws: `DatabaseError`; `StoreError.damaged` where the file's pages are, or an index leads astray.
    public func verify(against anchors: [Anchor]) throws -> Verification {
        let all = Set(anchors).union(try Self.anchors(in: folder.anchors))
        let (pages, chain, tables) = (Answer<Void>(), Answer<Verification>(), Answer<[Verification.Finding]>())
        // None of the three needs what another finds, nor the same state of the file: so they share the cores.
        Self.beside([
            { pages.set { try self.pool.read { try PageCheck.run($0) } } },
            {
                chain.set {
                    try self.pool.read { try Verifier(db: $0, ledger: self.ledger).verify(anchors: Array(all)) }
                }
            },
            {
                tables.set {
                    try self.pool.read { db in
                        var check = try ProjectionCheck(db)
                        return try check.findings()
                    }
                }
            },
        ])
        do {
            // What the others say of rows on a damaged page makes no sense.
            try pages.get()
            var verification = try chain.get()
            verification.findings += try tables.get()
            return verification
        } catch {
            throw StoreError(damage: error, path: folder.database) ?? error
        }
    }

    /// Runs all at once, each in a thread of its own even where there are fewer cores, which then end together.
    private static func beside(_ bodies: [@Sendable () -> Void]) {
        let group = DispatchGroup()
        for body in bodies {
            group.enter()
            Thread.detachNewThread {
                body()
                group.leave()
            }
        }
        group.wait()
    }
}

/// What came of something that ran on another thread.
private final class Answer<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ body: () throws -> Value) {
        let new = Result { try body() }
        result.withLock { $0 = new }
    }

    /// - Throws: what the body threw.
    func get() throws -> Value {
        guard let result = result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
