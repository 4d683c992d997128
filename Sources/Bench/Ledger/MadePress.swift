import Ratings

/// A press that nobody made, and what the rules make of it.
struct MadePress {
    /// Number of its box.
    var box: Int
    /// One boot of the box for each source of presses.
    var boot: Int64
    var sequence: Int64
    var tick: Int64
    /// Number of its button and of its column, from 0.
    var choice: Int
    /// When it was made and received, in milliseconds.
    var wall: Int64

    /// Most are satisfied, as everywhere.
    static func choice(_ index: Int) -> Int { [0, 0, 1, 0, 1, 2, 0, 1, 0, 3, 0, 1, 0, 1, 0, 4][index % 16] }

    /// When runs begin: behind all that `MadeYears` makes.
    private static let start = Instant(milliseconds: 1_748_746_800_000)

    /// The press `index` of a run in which 200 boxes press as fast as they can.
    static func inRush(_ index: Int) -> MadePress {
        let (box, sequence) = (index % BenchCentre.boxes, Int64(index / BenchCentre.boxes))
        return MadePress(
            box: box, boot: 7, sequence: sequence, tick: sequence * 10, choice: choice(index),
            wall: start.milliseconds + Int64(index / 20))
    }
}
