import ArgumentParser

/// Some boxes of a fleet: `all`, or numbers and spans as `1,4-6`.
enum BoxList: ExpressibleByArgument, Equatable {
    case all
    case some(Set<Int>)

    init?(argument: String) {
        guard argument != "all" else {
            self = .all
            return
        }
        var numbers: Set<Int> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first >= 1, last >= first, last <= 9_999
            else { return nil }
            numbers.formUnion(first...last)
        }
        self = .some(numbers)
    }

    /// The numbers in a fleet of so many; nil if one of them is not in it.
    func numbers(of boxes: Int) -> Set<Int>? {
        switch self {
        case .all: return Set(1...boxes)
        case .some(let numbers): return numbers.allSatisfy { $0 <= boxes } ? numbers : nil
        }
    }
}
