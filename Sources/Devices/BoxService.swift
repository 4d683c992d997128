import KioskProtocol
import Logging
import NIOCore
import Ratings
import ServiceLifecycle
import Sessions
import Synchronization

/// All boxes of the centre: finds ports, keeps a supervised link on each, and speaks to boxes for others.
public final class BoxService: Service, BoxPanel {
    private let source: any PortSource
    private let door: any PressDoor
    private let desk: (any OfficerDesk)?
    private let clock: any HostClock
    private let ledger: UInt64
    private let log: Logger
    private let board: LinkBoard
    private let taps = WireTaps()
    private let monitors = Mutex<[String: LinkMonitor]>([:])
    private let journal: LinkJournal
    /// What happened to ports; nil where somebody asks whether the loop still goes round.
    private let (inbox, post) = AsyncStream.makeStream(of: PortEvent?.self)
    private let rollCall = RollCall()

    /// Boxes on the ports of `source`, whose presses go through `door` into the ledger of that id. What happens on
    /// their links is counted in `counts`.
    public init(
        source: any PortSource, door: any PressDoor, desk: (any OfficerDesk)? = nil, clock: any HostClock,
        ledger: UInt64, counts: LinkCounts, log: Logger
    ) {
        journal = LinkJournal(counts: counts, clock: clock, log: log)
        self.source = source
        self.door = door
        self.desk = desk
        self.clock = clock
        board = LinkBoard(door: door, clock: clock)
        self.ledger = ledger
        self.log = log
    }

    /// Runs until the service stops; then all ports are closed.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                var running: [String: Running] = [:]
                group.addTask {
                    for await event in self.source.events() { self.post.yield(event) }
                    self.post.finish()
                }
                for await event in self.inbox {
                    guard let event else {
                        self.rollCall.answer()
                        continue
                    }
                    switch event {
                    case .appeared(let port):
                        if let known = running[port.path] {
                            known.bell.ring()
                        } else {
                            running[port.path] = self.start(port, in: &group)
                        }
                    case .vanished(let path):
                        running.removeValue(forKey: path)?.stop.finish()
                        self.monitors.withLock { $0.removeValue(forKey: path) }?.portWasRemoved()
                    }
                }
                group.cancelAll()
            }
        }
    }

    private struct Running {
        var bell: Bell
        /// Finishing it ends the supervisor.
        var stop: AsyncStream<Void>.Continuation
    }

    private func start(_ port: Port, in group: inout DiscardingTaskGroup) -> Running {
        var log = self.log
        log[metadataKey: "port"] = "\(port.path)"
        let monitor = LinkMonitor(port: port.path, since: clock.read().wall, journal: journal)
        monitors.withLock { $0[port.path] = monitor }
        let bell = Bell()
        let (stops, stop) = AsyncStream<Void>.makeStream()
        let supervisor = PortSupervisor(
            path: port.path,
            link: BoxLink(
                adapter: port.adapter, monitor: monitor, board: board, door: door, desk: desk, clock: clock,
                ledger: ledger, log: log, taps: taps),
            bell: bell)
        group.addTask {
            await withTaskGroup(of: Void.self) { race in
                race.addTask { await supervisor.run() }
                race.addTask { for await _ in stops {} }
                await race.next()
                race.cancelAll()
            }
        }
        return Running(bell: bell, stop: stop)
    }

    /// Asks all boxes for a sign of life, and returns how many gave one within 2 s.
    public func askAll() async -> Int { await board.askAll() }

    /// What goes over the port at `path` from now on, over its hang-ups too. The stream ends where its reader falls
    /// too far behind, or is no longer read.
    public func recording(of path: String) -> AsyncStream<SessionEntry> { taps.entries(of: path) }

    /// Returns once the loop over the ports, the board of links and every event loop have answered.
    /// - Throws: `EventLoopError` where an event loop is shut down.
    public func checkUp() async throws {
        await rollCall.wait { post.yield(nil) }
        await board.checkUp()
        for loop in NIOSingletons.posixEventLoopGroup.makeIterator() { try await loop.submit {}.get() }
    }

    // MARK: BoxPanel

    /// All ports with what is behind them, by path.
    public func links() async -> [LinkState] {
        monitors.withLock { Array($0.values) }.map(\.current).sorted { $0.port < $1.port }
    }

    /// Lets a box blink; false where it is not connected.
    public func blink(_ device: String, for duration: Duration) async -> Bool {
        let seconds = UInt8(clamping: duration.components.seconds)
        return await board.order(device) { link, now in link.blink(seconds: seconds, now: now) }
    }

    /// Shows a text on a box; false where it is not connected.
    public func show(_ text: String, on device: String, for duration: Duration) async -> Bool {
        let milliseconds = UInt32(clamping: duration.inMilliseconds)
        return await board.order(device) { link, now in
            link.text(DisplayText(duration: milliseconds, text: BoundedBytes(truncating: text.utf8)), now: now)
        }
    }

    /// Opens an invitation on a box; false where it is not connected.
    public func invite(on device: String, id: UInt32, window: Duration) async -> Bool {
        let milliseconds = UInt32(clamping: window.inMilliseconds)
        return await board.order(device) { link, now in
            link.invite(KioskProtocol.Invitation(id: id, window: milliseconds), now: now)
        }
    }
}
