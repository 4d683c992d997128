import Ratings

/// In whose row a unit's ratings stand, as an instant sees it: units that merged are counted with the unit that took
/// them over, and what a split unit's ratings would be of each successor nobody knows.
public struct UnitSuccession: Sendable {
    /// Units stand under the names and successors of the last moment before this.
    public let end: Instant
    private let units: Versions<AdministrativeUnit>

    /// The units of `directory` as they were just before `end`.
    public init(_ directory: Directory, end: Instant) {
        units = directory.units
        self.end = end
    }

    /// The unit of this code by its last name.
    public func unit(_ code: String) -> AdministrativeUnit? { units.version(of: code, at: end - .milliseconds(1)) }

    /// The unit that took over a unit ended by then, if exactly one did; followed to the last one. A unit that ends
    /// together with the period stands for itself once more.
    public func heir(of code: String) -> AdministrativeUnit? {
        var (current, seen) = (code, Set([code]))
        var found: AdministrativeUnit?
        while let unit = unit(current), let until = unit.until, until < end, unit.successors.count == 1,
            let next = unit.successors.first, seen.insert(next).inserted
        {
            found = self.unit(next)
            current = next
        }
        return found
    }

    /// Where the ratings of a code stand: with its heir, or with itself.
    public func row(of code: String) -> String { heir(of: code)?.code ?? code }

    /// The codes that no comparison from `start` on can be made for: units split since, and all that took over a part of
    /// them.
    public func split(since start: Instant) -> Set<String> {
        var touched: Set<String> = []
        var waiting = units.codes.filter { code in
            guard let unit = unit(code), let until = unit.until else { return false }
            return unit.successors.count > 1 && until > start && until < end
        }
        while let code = waiting.popLast() {
            guard touched.insert(code).inserted else { continue }
            waiting += unit(code)?.successors ?? []
        }
        return touched
    }
}
