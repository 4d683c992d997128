import ArgumentParser
import Office

/// `hailong duty`: who is at which counter.
struct DutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty", abstract: "Starts, ends and corrects duties at counters, and stand-ins.",
        subcommands: [Start.self, End.self, Correct.self, StandIn.self])

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "An officer signs on at a counter.")
        @OptionGroup var office: OfficeOptions
        @Option(name: .long, help: "Code of the counter.") var counter: String
        @Option(name: .long, help: "Code of the officer.") var officer: String
        @Option(name: .long, help: "Code of the unit served for; default: the counter's.") var unit: String?
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "Until when; default: the end of the session.") var until: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .dutyStart(
                    counter: counter, officer: officer, unit: unit, since: try office.moment(since),
                    until: try office.moment(until), why: why))
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "An officer's duty at a counter ends.")
        @OptionGroup var office: OfficeOptions
        @Option(name: .long, help: "Code of the counter.") var counter: String
        @Option(name: .long, help: "Code of the officer; default: everybody there.") var officer: String?
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .dutyEnd(counter: counter, officer: officer, since: try office.moment(since), why: why))
        }
    }

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Corrects the duty that an officer had at a counter at a moment.")
        @OptionGroup var office: OfficeOptions
        @Option(name: .long, help: "Code of the counter.") var counter: String
        @Option(name: .long, help: "Code of the officer as recorded.") var officer: String
        @Option(name: .long, help: "A moment within the duty.") var at: String
        @Option(name: .long, help: "Code of the officer who was really there.") var newOfficer: String?
        @Option(name: .long, help: "Code of the unit really served for; empty: the counter's.") var unit: String?
        @Option(name: .long, help: "When it really began.") var since: String?
        @Option(name: .long, help: "When it really ended.") var until: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            let moment = try office.zone().moment(at)
            try await office.perform(
                .dutyCorrect(
                    counter: counter, officer: officer, moment: moment, newOfficer: newOfficer, unit: unit,
                    since: try office.moment(since), until: try office.moment(until), why: why))
        }
    }

    struct StandIn: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stand-in",
            abstract: "An officer stands in from–to; then the first one returns by himself.")
        @OptionGroup var office: OfficeOptions
        @Option(name: .long, help: "Code of the counter.") var counter: String
        @Option(name: .long, help: "Code of the officer who stands in.") var officer: String
        @Option(name: .long, help: "Code of the officer replaced; default: whoever is there.") var replaces: String?
        @Option(name: .long, help: "Code of the unit served for; default: the counter's.") var unit: String?
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "Until when.") var until: String
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            let end = try office.zone().moment(until)
            try await office.perform(
                .standIn(
                    counter: counter, officer: officer, replaces: replaces, unit: unit,
                    since: try office.moment(since), until: end, why: why))
        }
    }
}
