import ArgumentParser
import Office
import Ratings

/// `hailong invite`: invitations to rate.
struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Opens and closes invitations to rate.", subcommands: [Open.self, Close.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Invites to rate at a counter.")
        @OptionGroup var office: OfficeOptions
        @Option(name: .long, help: "Code of the counter.") var counter: String
        @Option(name: .long, help: "Code of the officer it is about.") var officer: String?
        @Option(name: .long, help: "Code of the unit it is about.") var unit: String?
        @Option(name: .long, help: "Code of the field it is about.") var field: String?
        @Option(name: .long, help: "Seconds it stays open; default: the setting.") var window: Int?
        @Option(name: .long, help: "The reason.") var why = ""

        func run() async throws {
            let isPlain = officer == nil && unit == nil && field == nil
            let subject = isPlain ? nil : Subject(counter: counter, officer: officer, unit: unit, field: field)
            try await office.perform(.invite(counter: counter, subject: subject, windowSeconds: window, why: why))
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Closes an invitation.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "Number of the invitation.") var id: UInt32
        @Option(name: .long, help: "The reason.") var why = ""

        func run() async throws { try await office.perform(.closeInvitation(id: id, why: why)) }
    }
}
