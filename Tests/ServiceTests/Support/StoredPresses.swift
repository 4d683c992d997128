import Ratings
import Simulator
import Store

/// What a ledger holds, read row by row, against the log of the boxes.
struct StoredPresses {
    /// The presses, as the boxes name them.
    let all: Set<LoggedPress>
    /// What became of each, in the order of the ledger.
    let ratings: [Rating]
    /// Rows whose press is in another row already.
    let doubled: Int
    private let liars: Set<String>

    /// Reads the whole ledger; boxes that lie are left out.
    init(_ store: Store, without liars: Set<String> = []) throws {
        var all: Set<LoggedPress> = []
        var ratings: [Rating] = []
        var doubled = 0
        try store.forEachPress { row in
            let key = row.press.key
            ratings.append(row.rating)
            guard !liars.contains(key.device) else { return }
            let press = LoggedPress(
                device: key.device, boot: key.boot, sequence: key.sequence, button: Int(row.press.input) ?? 0)
            if !all.insert(press).inserted { doubled += 1 }
        }
        (self.all, self.ratings, self.doubled, self.liars) = (all, ratings, doubled, liars)
    }

    /// What is wrong, if `log` says what was pressed and `lost` went with a ledger that an older one replaced.
    func complaints(by log: PressLog, lost: Set<LoggedPress> = []) -> [String] {
        func some(_ presses: Set<LoggedPress>) -> String { presses.prefix(5).map(\.description).joined(separator: " ") }
        var complaints: [String] = []
        let missing = log.missing(from: all).subtracting(lost).filter { !liars.contains($0.device) }
        if !missing.isEmpty { complaints.append("\(missing.count) missing: \(some(missing))") }
        let extra = log.extra(in: all)
        if !extra.isEmpty { complaints.append("\(extra.count) invented: \(some(extra))") }
        let risen = lost.intersection(all)
        if !risen.isEmpty { complaints.append("\(risen.count) there that nobody can have sent: \(some(risen))") }
        if doubled > 0 { complaints.append("\(doubled) stored twice") }
        return complaints
    }
}
