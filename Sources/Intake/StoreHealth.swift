import Ratings
import Store
import Synchronization

/// What the last tries to write said, for whoever wants to tell it.
public final class StoreHealth: Sendable {
    private let state = Mutex(StoreTrouble())

    /// No trouble so far.
    public init() {}

    /// What is wrong just now.
    public var trouble: StoreTrouble { state.withLock { $0 } }

    /// Notes how the last try to store something ended; nil for well.
    func noteWriting(_ error: (any Error)?) { note(error, \.writing) }

    /// Notes how the last try to copy the write-ahead log ended; nil for well.
    func noteCopying(_ error: (any Error)?) { note(error, \.copying) }

    private func note(_ error: (any Error)?, _ part: WritableKeyPath<StoreTrouble, StoreTrouble.Failure?> & Sendable) {
        let failure = error.map { StoreTrouble.Failure(Store.cause(of: $0), reason: "\($0)") }
        state.withLock { $0[keyPath: part] = failure }
    }
}
