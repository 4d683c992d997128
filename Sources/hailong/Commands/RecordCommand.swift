import ArgumentParser
import Control
import Devices
import Foundation
import Intake
import Office
import Ratings
import Sessions
import Store

/// `hailong record`: what goes over a port, as a file for whoever looks into a fault.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Writes what goes over a port to a file, until Ctrl-C.",
        discussion: """
            Beside a running service the service keeps the port and takes presses as always; its recording goes on \
            over hang-ups, and waits for a port that the service cannot open just now. Without a service this command \
            opens the port itself and only listens: nothing is stored or acknowledged, and the box keeps its presses.

            Badges and PINs are left out of the file, and so is what noise may have made of one: damaged bytes are in \
            it only after the greeting of a box that has neither badge reader nor PIN pad.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "Path of the port; beside a running service also UID, label or counter of a box.") var port: String
    @Argument(help: "The file to write; it must not be there yet.") var file: String
    @Option(name: .customLong("for"), help: "Ends after so long: 60s, 5m.") var length: TimeSpan?
    @Option(name: .long, help: "What a reader of the file should know.") var note: String?

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let folder = try common.folder()
        let link = try await link(folder)
        let recording = Task {
            if let link { try await record(link, folder) } else { try await listen() }
        }
        let signals = SignalWatch { recording.cancel() }
        defer { signals.end() }
        if let length {
            Task {
                try await Task.sleep(for: length.duration)
                recording.cancel()
            }
        }
        let count = try await recording.value
        Output.line("\(file): \(count) entries")
    }

    /// The running service's link on the port; nil where the command has to open the port itself.
    private func link(_ folder: DataDirectory) async throws -> LinkState? {
        let links: [LinkState]?
        if case .links(let told, _) = try await ControlClient.ask(.links, at: folder.socket) {
            links = told
        } else {
            links = nil
        }
        guard let links else {
            guard port.contains("/") else {
                throw CommandFailure.cannotRun(
                    "no service runs on \(folder.path), so '\(port)' must be the path of a port, with a '/'.")
            }
            return nil
        }
        if port.contains("/") {
            let wanted = Self.resolved(port)
            return links.first { Self.resolved($0.port) == wanted }
        }
        let uid = try uid(folder)
        // A port where the box was before may still be known.
        let its = links.filter { $0.device == uid }
        guard let link = its.first(where: { $0.phase != .unavailable }) ?? its.first else {
            throw CommandFailure.cannotRun(
                "no port of the service has a box '\(port)'. See 'hailong devices' for what is connected.")
        }
        return link
    }

    private func uid(_ folder: DataDirectory) throws -> String {
        try BoxFinder(try Store(reading: folder).directory, at: SystemClock().read().wall).uid(port)
    }

    /// Records what the service's port carries.
    private func record(_ link: LinkState, _ folder: DataDirectory) async throws -> Int {
        var session = try SessionFile(creating: file, header: header(link))
        do {
            var hasBegun = false
            let isThere = try await ControlClient.follow(.record(port: link.port), at: folder.socket) { reply in
                guard case .entry(let line) = reply, let entry = SessionEntry(line: line) else { return true }
                if !hasBegun { Output.line(Self.beginning(link)) }
                hasBegun = true
                try session.take(entry)
                return true
            }
            try session.end()
            guard isThere, !Task.isCancelled else { return session.count }
            Output.error("the service went away; the recording ends here")
        } catch is CancellationError {
            try session.end()
        }
        return session.count
    }

    private static func beginning(_ link: LinkState) -> String {
        guard link.phase == .unavailable else {
            return "\(link.port): recording; the service goes on taking presses. Ctrl-C ends it."
        }
        let why = link.reason.map { " (\($0))" } ?? ""
        return "\(link.port): waiting, as the service cannot open it just now\(why); "
            + "what comes once it can is recorded. Ctrl-C ends it."
    }

    /// Records what a port says to nobody.
    private func listen() async throws -> Int {
        do {
            let listener = try await PortListener(port)
            var session = try SessionFile(creating: file, header: header(nil))
            Output.line(
                "\(port): listening only, as no running service has this port: nothing is stored or acknowledged.")
            do {
                try await listener.listen { try session.take($0) }
                Output.error("\(port): the port hung up; the recording ends here")
            } catch is CancellationError {}
            try session.end()
            return session.count
        } catch PortError.missing(let path) {
            throw CommandFailure.cannotRun("\(path): there is no such port. See 'hailong devices' for those in use.")
        } catch let error as PortError {
            throw CommandFailure.cannotRun("\(error)")
        }
    }

    private func header(_ link: LinkState?) -> SessionHeader {
        let path = link?.port ?? port
        return SessionHeader([
            .port: path, .date: MomentText.utc(SystemClock().read().wall), .uid: link?.device ?? "",
            .model: link?.description?.model ?? "", .firmware: link?.description?.firmware ?? "",
            .adapter: Adapter(ofPort: path)?.facts ?? "", .note: note ?? "",
        ])
    }

    private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
