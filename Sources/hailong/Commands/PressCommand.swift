import ArgumentParser
import Foundation
import Office
import Ratings
import Reports
import Store

/// `hailong press`: single presses, for those who decide about them.
struct PressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "press",
        abstract: "Lists presses with what became of them; sets one aside or keeps it; closes its case.",
        subcommands: [List.self, SetAside.self, Keep.self, Close.self, Reopen.self, ErasePersonal.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "All presses as CSV, in the order of the ledger.")
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let store = try Store(reading: try common.folder())
            let zone = store.directory.settings.zone
            Output.line(
                "position,device,boot,sequence,input,moment,uncertainty_ms,counter,unit,officer,column,verdict,rule")
            try store.forEachPress { press in
                let (key, rating) = (press.press.key, press.rating)
                let fields = [
                    String(press.position), key.device, String(key.boot, radix: 16), String(key.sequence),
                    press.press.input, MomentText.format(rating.moment, in: zone),
                    String(rating.uncertainty.inMilliseconds), rating.counter ?? "", rating.unit ?? "",
                    rating.officer ?? "", rating.column?.rawValue ?? "", rating.verdict.rawValue, rating.rule,
                ]
                Output.line(fields.map(CSVField.quoted).joined(separator: ","))
            }
        }
    }

    struct SetAside: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-aside", abstract: "These presses do not count (không tính).")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "Presses as DEVICE/BOOT/SEQUENCE, as 'press list' has them.") var presses: [String]
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws { try await office.perform(.setAside(try presses.map(PressKey.typed), why: why)) }
    }

    struct Keep: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "These presses count after all (giữ).")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "Presses as DEVICE/BOOT/SEQUENCE.") var presses: [String]
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws { try await office.perform(.keep(try presses.map(PressKey.typed), why: why)) }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Closes the case of a dissatisfied rating with its cause, as its unit is told.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "The press as DEVICE/BOOT/SEQUENCE.") var press: String
        @Option(name: .long, help: "Where the cause lies: staff, rules or system.") var cause: ClosedCase.Cause
        @Option(name: .long, help: "Code of the officer, with --cause staff; default: whom the rating counts for.")
        var officer: String?
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(
                .closeCase(try PressKey.typed(press), cause: cause, officer: officer, why: why))
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Opens the case of a rating again.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "The press as DEVICE/BOOT/SEQUENCE.") var press: String
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws {
            try await office.perform(.closeCase(try PressKey.typed(press), cause: nil, why: why))
        }
    }

    struct ErasePersonal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "erase-personal", abstract: "Erases what is personal about a press; the press itself stays.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "The press as DEVICE/BOOT/SEQUENCE.") var press: String
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws { try await office.perform(.erasePersonal(try PressKey.typed(press), why: why)) }
    }
}

extension ClosedCase.Cause: ExpressibleByArgument {}

extension PressKey {
    /// Reads a key as `press list` and `verify` print it.
    static func typed(_ text: String) throws -> PressKey {
        let parts = text.split(separator: "/")
        guard parts.count == 3, let boot = UInt64(parts[1], radix: 16), let sequence = UInt32(parts[2]) else {
            throw CommandFailure.usage("'\(text)' is no press. Write DEVICE/BOOT/SEQUENCE as 'press list' has them.")
        }
        return PressKey(device: parts[0].lowercased(), boot: boot, sequence: sequence)
    }
}
