import Ratings

/// Finds a box as people name it.
public struct BoxFinder: Sendable {
    private let directory: Directory
    private let at: Instant

    /// Boxes as the directory has them at a moment.
    public init(_ directory: Directory, at: Instant) {
        self.directory = directory
        self.at = at
    }

    /// The UID of a box, given as such, by its label, or by the code of the counter where it stands.
    /// - Throws: `OfficeError` where it is none of these, or not one box alone stands at the counter.
    public func uid(_ text: String) throws -> String {
        let name = CodeRule.clean(text)
        if directory.boxes.values.contains(where: { $0.label == name }) || directory.counters.all(name).isEmpty {
            return try uidOrLabel(name, why: "neither a UID nor a registered box's label nor a counter's code")
        }
        let standing = boxes(at: name)
        guard let only = standing.first else {
            throw OfficeError(
                "counter", name, why: "no box stands at this counter", remedy: "Say with 'box assign' which one does.")
        }
        guard standing.count == 1 else {
            let names = standing.map { directory.boxes[$0]?.label ?? $0 }.joined(separator: ", ")
            throw OfficeError(
                "counter", name, why: "\(standing.count) boxes stand at this counter", remedy: "Name one of \(names).")
        }
        return only
    }

    /// The UIDs of the boxes that stand at a counter, sorted.
    public func boxes(at counter: String) -> [String] {
        directory.assignments.owners.filter { box in
            directory.assignments.holding(of: box, at: at).contains { $0.counters.contains(counter) }
        }
    }

    func uidOrLabel(
        _ text: String, why: String = "neither a UID nor the label of a registered box"
    ) throws -> String {
        let label = CodeRule.clean(text)
        if let box = directory.boxes.values.first(where: { $0.label == label }) { return box.uid }
        guard let uid = CodeRule.uid(text) else {
            throw OfficeError("uid", text, why: why, remedy: CodeRule.uidRemedy)
        }
        return uid
    }
}
