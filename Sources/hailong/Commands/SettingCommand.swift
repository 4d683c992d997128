import ArgumentParser
import Office
import Ratings

/// `hailong setting`: dated settings and periods.
struct SettingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: "Sets dated settings and lists reporting periods.",
        subcommands: [Assign.self, Period.self])

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Sets a setting from a moment on.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "Name: \(Setting.Name.allCases.map(\.rawValue).joined(separator: ", ")).") var name: String
        @Argument(help: "Value.") var value: String
        @Option(name: .long, help: "centre, counter:CODE or box:UID.") var scope = "centre"
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            guard let name = Setting.Name(rawValue: name) else {
                throw CommandFailure.usage("there is no setting '\(name)'. See 'hailong setting set --help'.")
            }
            guard let scope = Setting.Scope(scope) else {
                throw CommandFailure.usage("--scope takes centre, counter:CODE or box:UID.")
            }
            try await office.perform(
                .set(name, scope: scope, value: value, since: try office.moment(since), why: why))
        }
    }

    struct Period: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists a reporting period, or changes its days.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "Name, YYYY-MM.") var name: String
        @Option(name: .long, help: "First day, YYYY-MM-DD.") var first: String
        @Option(name: .long, help: "Last day, YYYY-MM-DD.") var last: String
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .definePeriod(name: name, first: try Day.typed(first), last: try Day.typed(last), why: why))
        }
    }
}
