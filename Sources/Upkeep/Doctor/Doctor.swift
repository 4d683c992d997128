import Devices
import Ratings

/// Judges a machine by what was found on it. The same facts at the same moment always give the same findings.
public struct Doctor: Sendable {
    /// Bounds beyond which something is worth a technician's way.
    enum Bound {
        static let unavailable = Duration.seconds(10)
        static let waiting = Duration.seconds(60)
        static let silent = Duration.seconds(600)
        static let backup = Duration.seconds(2 * 86_400)
        /// A gap stays for ever; it is news for this long.
        static let gap = Duration.seconds(31 * 86_400)
        /// Presses that come while we look are a little later than the look.
        static let clock = Duration.seconds(60)
        static let freeBytes: Int64 = 1 << 30
        static let freePercent: Int64 = 5
        /// A port takes several descriptors; the database, sockets and logs the rest.
        static let filesPerPort = 4
        static let otherFiles = 64
    }

    let facts: MachineFacts
    let now: Instant

    /// Everything there is to say about `facts`, worst first.
    public static func findings(_ facts: MachineFacts, at now: Instant) -> [Finding] {
        let doctor = Doctor(facts: facts, now: now)
        let all =
            doctor.serviceFindings + doctor.storingFindings + doctor.databaseFindings + doctor.folderFindings
            + doctor.backupFindings
            + doctor.clockFindings
            + doctor.rulesFindings + doctor.portFindings + doctor.linkFindings + doctor.boxFindings
            + doctor.strangerFindings + doctor.unseenFindings
        let order: [Finding.Severity] = [.error, .warning, .note, .unseen]
        return order.flatMap { severity in all.filter { $0.kind.severity == severity } }
    }

    /// What stands in the database, where it could be read.
    var book: DatabaseFacts.Book? {
        guard case .open(let book) = facts.database else { return nil }
        return book
    }

    /// A box by its identity, with what people call it and where it stands now.
    func subject(box: String, port: String? = nil, place: String? = nil) -> Finding.Subject {
        guard let directory = book?.directory else { return Finding.Subject(box: box, port: port, place: place) }
        let codes = directory.assignments.holding(of: box, at: now).flatMap(\.counters)
        let names = codes.map { directory.counters.version(of: $0, at: now)?.name ?? $0 }
        return Finding.Subject(
            box: box, label: directory.boxes[box]?.label, counters: names, port: port, place: place)
    }

    /// A port, with the box that was last seen on it, or that its adapter stands for.
    func subject(port path: String) -> Finding.Subject {
        let adapter = facts.ports.first { $0.path == path }?.adapter
        let link = facts.service.links?.first { $0.port == path }
        let known = adapter?.boxIdentity.flatMap { book?.directory.boxes[$0]?.uid }
        guard let box = link?.device ?? known else {
            return Finding.Subject(port: path, place: adapter?.place)
        }
        return subject(box: box, port: path, place: adapter?.place)
    }

    private var strangerFindings: [Finding] {
        facts.strangers.sorted { $0.key < $1.key }.map { path, adapter in
            Finding(
                .adapterUnknown, about: Finding.Subject(port: path, place: adapter.place),
                [
                    "adapter": .text(adapter.title), "rule": .text(adapter.ruleLine),
                ])
        }
    }

    private var unseenFindings: [Finding] { facts.unseen.sorted { $0.rawValue < $1.rawValue }.map { Finding($0) } }
}

extension Adapter {
    /// Ids, model and serial number, for people.
    var title: String {
        ["\(vendor):\(product)", model, serial.map { "serial \($0)" }].compactMap { $0 }.joined(separator: ", ")
    }

    /// The entry of hailong.yaml that makes a box of it. A serial number with letters that mean something in a rule or
    /// in YAML is left out.
    var ruleLine: String {
        let isPlain = { (text: String) in
            !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        }
        let fields = [("vendor", vendor), ("product", product), ("serial", serial ?? "")]
        let entries = fields.filter { isPlain($0.1) }.map { "\($0.0): \"\($0.1)\"" }
        return "- { \(entries.joined(separator: ", ")) }"
    }
}
