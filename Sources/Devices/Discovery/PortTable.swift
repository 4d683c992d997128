/// The ports that are known to be there, and what a look at the system changes in them.
struct PortTable {
    /// A port as a look at the system finds it.
    struct Found: Hashable {
        var port: Port
        /// Differs when another device, or the same one plugged in anew, stands at the same path.
        var incarnation: String
    }

    private var known: [String: Found] = [:]

    /// Takes what a whole look found. What notices say is only a hint: they may come late, twice, in the wrong order
    /// or not at all. A port of which a notice said "added" is told again, so that whoever waits tries at once.
    mutating func take(_ found: [Found], added: Set<String> = []) -> [PortEvent] {
        let present = Dictionary(found.map { ($0.port.path, $0) }) { first, _ in first }
        var events: [PortEvent] = []
        for (path, old) in known.sorted(by: { $0.key < $1.key }) where present[path]?.incarnation != old.incarnation {
            events.append(.vanished(path: path))
        }
        for (path, new) in present.sorted(by: { $0.key < $1.key })
        where known[path] != new || added.contains(path) {
            events.append(.appeared(new.port))
        }
        known = present
        return events
    }
}
