import Ratings

/// Works out what a request would write, from the directory as it stands. It decides; it writes nothing.
package struct Planner {
    let directory: Directory
    /// The present moment: what a request leaves open means this.
    let at: Instant
    let who: String
    /// The ledger position that the next row will have.
    let nextPosition: Int64

    /// A planner for a directory and a moment.
    package init(directory: Directory, at: Instant, who: String, nextPosition: Int64) {
        (self.directory, self.at, self.who, self.nextPosition) = (directory, at, who, nextPosition)
    }

    var zone: Zone { directory.settings.zone }

    func moment(_ instant: Instant) -> String { Words.moment(instant, in: zone) }

    func interval(_ record: some Dated) -> String { Words.interval(record.since, record.until, in: zone) }

    /// The UID of a box, given as such or by its label.
    func uid(_ text: String) throws -> String { try BoxFinder(directory, at: at).uidOrLabel(text) }

    /// What a box is called: its label, else its UID.
    func title(_ uid: String) -> String { directory.boxes[uid]?.label ?? uid }

    func counter(_ code: String) throws -> String {
        let code = CodeRule.clean(code)
        guard directory.counters.all(code).isEmpty else { return code }
        throw unknown("counter", code, known: directory.counters.codes, file: .counters)
    }

    func officer(_ code: String, field: String = "officer") throws -> String {
        let code = CodeRule.clean(code)
        guard directory.officers[code] == nil else { return code }
        throw unknown(field, code, known: directory.officers.keys.sorted(), file: .officers)
    }

    func unit(_ code: String) throws -> String {
        let code = CodeRule.clean(code)
        guard directory.units.all(code).isEmpty else { return code }
        throw unknown("unit", code, known: directory.units.codes, file: .units)
    }

    func unknown(_ field: String, _ code: String, known: [String], file: FileKind) -> OfficeError {
        let alike = known.filter { CodeRule.folded($0) == CodeRule.folded(code) }
        let shown = (alike.isEmpty ? known : alike).prefix(10).joined(separator: ", ")
        let remedy = "Import it with \(file.fileName) first"
        return OfficeError(
            field, code, why: "unknown code",
            remedy: shown.isEmpty ? "\(remedy)." : "\(remedy), or use one of: \(shown)\(known.count > 10 ? ", …" : "")."
        )
    }

    /// Checks that an end lies behind its beginning.
    func check(_ since: Instant, _ until: Instant?) throws {
        guard let until, until <= since else { return }
        throw OfficeError(
            "until", moment(until), why: "ends before or as it begins (\(moment(since)))",
            remedy: "Give an end after the beginning.")
    }
}
