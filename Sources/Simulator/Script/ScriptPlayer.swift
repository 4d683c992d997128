/// Plays a script on the fleet's thread.
struct ScriptPlayer {
    private var rows: [Script.Row] = []
    private var next = 0
    private var speed = 1.0
    private var start: UInt64 = 0

    init() {}

    init(_ script: Script, speed: Double, start: UInt64) {
        rows = script.rows
        self.speed = max(speed, 0.001)
        self.start = start
    }

    /// Whether all lines were played.
    var isOver: Bool { next >= rows.count }

    /// When the next line is due; `.max` when all were played.
    var nextAt: UInt64 {
        isOver ? .max : start + UInt64(Double(rows[next].at.milliseconds) / speed)
    }

    /// Plays all lines that are due.
    mutating func play(on core: FleetCore) {
        while nextAt <= core.now {
            let row = rows[next]
            next += 1
            core.with(row.box) { box in
                switch row.action {
                case .press(let button): box.press(button, path: .contact, core.now)
                case .unplug: box.insert(.unplugged)
                case .plug: box.remove(.unplugged)
                }
            }
        }
    }
}
