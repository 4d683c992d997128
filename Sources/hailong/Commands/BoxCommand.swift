import ArgumentParser
import Foundation
import Office
import Ratings

/// `hailong box`: what a technician does with boxes.
struct BoxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "box", abstract: "Says where boxes stand, tests them, settles duplicates, makes their labels.",
        subcommands: [
            Assign.self, Release.self, Register.self, Test.self, Settle.self, BoxBlinkCommand.self,
            BoxLabelCommand.self,
        ])

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The box stands at a counter since then.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "UID of the box.") var uid: String
        @Option(name: .long, help: "Code of the counter; repeat it for a group of counters.") var counter: [String]
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "Until when; default open.") var until: String?
        @Option(name: .long, help: "Label on the box, where it is new.") var label: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .boxAssign(
                    uid: uid, counters: counter, since: try office.moment(since), until: try office.moment(until),
                    label: label, why: why))
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The box stands nowhere from then on.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "UID of the box.") var uid: String
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(.boxRelease(uid: uid, since: try office.moment(since), why: why))
        }
    }

    struct Register: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Registers a box, or changes its label or note.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "UID of the box.") var uid: String
        @Option(name: .long, help: "Label on the box.") var label: String?
        @Option(name: .long, help: "A note.") var note: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(.boxRegister(uid: uid, label: label, note: note, why: why))
        }
    }

    struct Test: AsyncParsableCommand {
        /// Whether the test begins or ends.
        enum Step: String, ExpressibleByArgument, CaseIterable { case start, end }

        static let configuration = CommandConfiguration(
            abstract: "Begins or ends a test: presses of a box under test do not count.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "UID or label of the box, or code of its counter.") var uid: String
        @Argument(help: "start or end.") var step: Step
        @Option(name: .long, help: "From when; default now.") var since: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .boxTest(uid: uid, isOn: step == .start, since: try office.moment(since), why: why))
        }
    }

    struct Settle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decides which presses count that came while two live boxes gave one identity.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "UID of the box.") var uid: String
        @Option(name: .long, help: "all, none, or the boot id (hexadecimal) of the genuine box.") var count: String
        @Option(name: .long, help: "Only the stretch that begins at this ledger position.") var from: Int64?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            let decision: DuplicateIdentity.Decision
            switch count {
            case "all": decision = .countAll
            case "none": decision = .countNone
            default:
                guard let boot = UInt64(count, radix: 16) else {
                    throw CommandFailure.usage("--count takes all, none, or a boot id in hexadecimal.")
                }
                decision = .countBoot(boot)
            }
            try await office.perform(.settleDuplicate(uid: uid, decision: decision, from: from, why: why))
        }
    }
}
