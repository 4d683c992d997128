import Foundation
import Simulator

/// Where simulated boxes stand in the real centre: box n at counter n, from the first again after the last.
struct BoxPlaces {
    /// A counter and the one unit it serves.
    struct Counter: Sendable {
        var code: String
        var unit: String
    }

    /// All that stands here is in force since then.
    static let since = "2019-01-01"

    /// The counters in the order of their file.
    static let counters: [Counter] = {
        let text = try? String(contentsOfFile: Centre.socTrang + "/soc-trang/counters.csv", encoding: .utf8)
        return (text ?? "").split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Counter(code: fields[0], unit: fields[3])
        }
    }()

    /// Index of the counter by UID of the box.
    private var counter: [String: Int] = [:]

    /// Boxes from 1 on.
    init(boxes: Int) {
        for number in 1...boxes { counter[Fleet.uid(number)] = (number - 1) % Self.counters.count }
    }

    /// The unit whose counter the box stands at.
    func unit(of device: String) -> String? { counter[device].map { Self.counters[$0].unit } }

    /// The box was always at another counter.
    mutating func move(_ device: String, to counter: Int) { self.counter[device] = counter }

    /// What to import beside the centre's own directory, which has the first boxes; nothing counts as a repeat.
    var files: [String: String] {
        let others = counter.keys.sorted().dropFirst(Self.counters.count)
        let registered = others.enumerated().map { "\($1),B\(Self.counters.count + 1 + $0),\n" }.joined()
        let assigned = others.map { "\($0),\(Self.counters[counter[$0] ?? 0].code),\(Self.since),\n" }.joined()
        return [
            "boxes.csv": "uid,label,note\n" + registered,
            "assignments.csv": "box,counters,since,until\n" + assigned,
            "settings.csv": "name,scope,since,value\nminimum_interval_s,centre,\(Self.since),0\n",
        ]
    }
}
