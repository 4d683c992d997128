import Ratings

extension TableSource {
    /// How many ratings the tallies count.
    var counted: Int { tallies.countsByDay { _ in true }.values.reduce(0) { $0 + $1.total } }
}
