/// Whom a press counts for: counter, unit, field and officer.
public struct Place: Hashable, Sendable {
    /// Code of the counter.
    public var counter: String?
    /// Code of the unit.
    public var unit: String?
    /// Code of the field.
    public var field: String?
    /// Code of the officer.
    public var officer: String?
    /// Whether the officer is unknown only because the moment is not sure enough.
    public var isOfficerUncertain = false
}

/// The rules of "Who it counts for".
public enum PlaceRule {
    /// The place of a press made at `moment` ± `uncertainty` on a box that stands for `counters`.
    /// `subject` is the press's own, completed by that of its invitation.
    public static func place(
        counters: [String], moment: Instant, uncertainty: Duration, subject: Subject?, in directory: Directory
    ) -> Place {
        var place = Place()
        place.counter = subject?.counter ?? (counters.count == 1 ? counters.first : nil)
        place.field = subject?.field
        let crew = place.counter.map { Crew(at: $0, moment, in: directory) }
        place.unit =
            subject?.unit ?? crew?.unit(of: subject?.officer)
            ?? soleUnit(of: place.counter.map { [$0] } ?? counters, at: moment, in: directory)
        if let named = subject?.officer {
            place.officer = named
        } else if let crew, let counter = place.counter {
            place.officer = crew.officer
            let changes = Crew.changes(
                at: counter, from: moment - uncertainty, to: moment + uncertainty, in: directory)
            if changes.contains(where: { Crew(at: counter, $0, in: directory).officer != crew.officer }) {
                place.officer = nil
                place.isOfficerUncertain = true
            }
        }
        return place
    }

    /// The unit of the counters where they have exactly one between them.
    private static func soleUnit(of counters: [String], at moment: Instant, in directory: Directory) -> String? {
        counters.lazy.flatMap { directory.counters.version(of: $0, at: moment)?.units ?? [] }.sole
    }
}
