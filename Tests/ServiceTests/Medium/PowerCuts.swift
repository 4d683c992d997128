import Simulator

/// Power cuts at seeded points of a recording, in order.
struct PowerCuts: Sequence, IteratorProtocol {
    struct Cut {
        /// After so many events.
        var point: Int
        /// What is left, by name.
        var files: [String: [UInt8]]
        /// The presses that boxes may have forgotten by then.
        var released: Set<LoggedPress>
    }

    private let recording: Recording
    private var points: ArraySlice<Int>
    private var medium = Medium()
    private var random: SplitMix64

    init(of recording: Recording, _ count: Int, seed: UInt64) {
        self.recording = recording
        var random = SplitMix64(seed: seed)
        points = (0..<count).map { _ in Int(random.next() % UInt64(recording.events.count + 1)) }.sorted()[...]
        self.random = random
    }

    mutating func next() -> Cut? {
        guard let point = points.popFirst() else { return nil }
        for event in recording.events[medium.number..<point] { medium.take(event) }
        return Cut(
            point: point, files: medium.afterPowerCut(seed: random.next()), released: recording.released(by: point))
    }
}
