/// An element at once, and then one every so often, until the iterating task is cancelled.
struct AsyncTimerSequence: AsyncSequence, Sendable {
    let interval: Duration

    static func every(_ interval: Duration) -> AsyncTimerSequence { AsyncTimerSequence(interval: interval) }

    func makeAsyncIterator() -> Iterator { Iterator(interval: interval) }

    struct Iterator: AsyncIteratorProtocol {
        let interval: Duration
        var isFirst = true

        mutating func next() async -> Void? {
            if isFirst {
                isFirst = false
                return ()
            }
            do { try await Task.sleep(for: interval) } catch { return nil }
            return ()
        }
    }
}
