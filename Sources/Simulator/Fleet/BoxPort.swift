import Foundation

/// A box and its pseudo-terminal, which is there while the cable is in.
final class BoxPort {
    let box: SimulatedBox
    private let folder: LinkFolder
    private(set) var pty: Pty?
    /// Bytes of one write that the kernel has not taken yet.
    private var unsent: ArraySlice<UInt8> = []
    private var buffer = [UInt8](repeating: 0, count: 4_096)
    /// When the box has to run again.
    private(set) var wakeAt: UInt64 = 0

    init(box: SimulatedBox, folder: LinkFolder) throws(FleetError) {
        self.box = box
        self.folder = folder
        try plug()
    }

    /// Whether a host has the line open.
    var isHostPresent: Bool { box.isConnected }

    /// What the port waits for while a host is present.
    var pollEvents: Int16 { Int16(unsent.isEmpty ? POLLIN : POLLIN | POLLOUT) }

    /// An order changed the box: it is to run at once.
    func touch() { wakeAt = 0 }

    /// Does all that is due.
    func run(now: UInt64) throws(FleetError) {
        repeat {
            box.run(now: now)
            if box.isPlugged != (pty != nil) {
                if box.isPlugged { try plug() } else { unplug(now) }
                wakeAt = 0
            } else {
                flush(now)
                wakeAt = box.wakeAt(isLineFull: !unsent.isEmpty)
            }
        } while wakeAt <= now
    }

    /// The kernel says what is up with the line.
    func notice(_ events: Int16, now: UInt64) {
        let isHungUp = events & Int16(POLLHUP) != 0
        if events & Int16(POLLIN) != 0, let bytes = pty?.read(into: &buffer) {
            if !box.isConnected { connect(now) }
            box.receive(bytes, now: now)
        } else if isHungUp {
            unsent = []
            box.setConnected(false, now: now)
        } else if !box.isConnected {
            connect(now)
        }
        wakeAt = 0
    }

    /// Pulls the cable for good.
    func end() {
        if let pty { folder.remove(box.number, from: pty.path) }
        pty = nil
    }

    private func connect(_ now: UInt64) {
        unsent = []
        box.setConnected(true, now: now)
    }

    private func flush(_ now: UInt64) {
        guard let pty, box.isConnected else { return }
        while true {
            if unsent.isEmpty {
                guard let piece = box.toHost.read(now: now) else { return }
                unsent = piece[...]
            }
            // One write for one piece, so that a host sees frames in pieces too.
            unsent = unsent.dropFirst(pty.write(unsent))
            if !unsent.isEmpty { return }
        }
    }

    private func plug() throws(FleetError) {
        let pty = try Pty()
        try folder.point(box.number, to: pty.path)
        self.pty = pty
        box.journal.tell(box.number, .cable(isPlugged: true))
    }

    private func unplug(_ now: UInt64) {
        end()
        unsent = []
        box.setConnected(false, now: now)
        box.journal.tell(box.number, .cable(isPlugged: false))
    }
}
