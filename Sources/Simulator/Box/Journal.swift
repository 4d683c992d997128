/// What all boxes of a fleet tell: the log, the counts, the live view. It lives on the fleet's thread.
final class Journal {
    private let file: PressLogFile?
    private let hub: EventHub
    var counts = FleetCounts()
    /// Why the log could not be written: from then on no box may send a byte.
    private(set) var failure: FleetError?

    init(file: PressLogFile?, hub: EventHub) {
        self.file = file
        self.hub = hub
    }

    func log(_ line: PressLogLine) {
        guard failure == nil else { return }
        do {
            try file?.write(line.text)
        } catch {
            failure = error
        }
    }

    func tell(_ box: Int, _ what: FleetEvent.What) { hub.yield(FleetEvent(box: box, what: what)) }
}
