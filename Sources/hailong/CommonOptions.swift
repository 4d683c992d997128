import ArgumentParser
import Foundation
import Logging
import Ratings
import Store
import Upkeep
import Watching

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "Folder of database, anchors and socket. Default: data_dir in hailong.yaml.")
    var dataDir: String?

    @Option(name: .long, help: "Folder of hailong.yaml. Default: \(MachineSettings.usualFolder).")
    var config: String?

    /// The machine's settings, from the folder given or else from the usual one.
    func settings() throws -> MachineSettings {
        do {
            return try MachineSettings.load(folder: config)
        } catch {
            if case .noFolder = error { throw CommandFailure.cannotRun("\(error)") }
            throw CommandFailure.refused("\(error)")
        }
    }

    /// The data folder: from the command line, else from the settings, else the usual place.
    func folder() throws -> DataDirectory {
        DataDirectory(try dataDir ?? settings().dataDir ?? "/var/lib/hailong")
    }

    /// Logs to stderr at the settings' level, as the journal wants it where stderr leads there.
    func logger() throws -> Logger {
        var log = Logger(label: "hailong") { label -> any LogHandler in
            if let journal = JournalLogHandler.standardError { return journal }
            return StreamLogHandler.standardError(label: label)
        }
        log.logLevel = try settings().logLevel.flatMap(Logger.Level.init(rawValue:)) ?? .notice
        return log
    }
}

extension Zone {
    /// Reads a moment typed by a person.
    func moment(_ text: String) throws -> Instant {
        guard let instant = MomentText.parse(text, in: self) else {
            throw CommandFailure.usage(
                "'\(text)' is no moment. Write YYYY-MM-DDTHH:MM[:SS], in the centre's zone or with an offset.")
        }
        return instant
    }
}

extension Day {
    /// Reads a day typed by a person.
    static func typed(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw CommandFailure.usage("'\(text)' is no day. Write YYYY-MM-DD.")
        }
        return day
    }
}
