import Simulator

/// Power cuts at seeded points of a recording, in order: half of them anywhere, half where the log was being copied into
/// the database or begun anew.
struct PowerCuts: Sequence, IteratorProtocol {
    struct Cut: Sendable {
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
        let stretches = recording.copyings + recording.beginnings
        points =
            (0..<count).map { number in
                guard number.isMultiple(of: 2), !stretches.isEmpty else {
                    return Int(random.next() % UInt64(recording.events.count + 1))
                }
                let stretch = stretches[Int(random.next() % UInt64(stretches.count))]
                return stretch.lowerBound + Int(random.next() % UInt64(stretch.count))
            }.sorted()[...]
        self.random = random
    }

    mutating func next() -> Cut? {
        guard let point = points.popFirst() else { return nil }
        for event in recording.events[medium.number..<point] { medium.take(event) }
        return Cut(
            point: point, files: medium.afterPowerCut(seed: random.next()), released: recording.released(by: point))
    }
}
