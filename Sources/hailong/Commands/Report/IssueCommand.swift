import ArgumentParser
import Foundation
import Office
import Ratings
import Reports
import Store
import Upkeep

/// `hailong report issue`: the life of a period's report.
struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Freezes a period's report to be signed, and records that it was issued.",
        subcommands: [Submit.self, Publish.self, Attach.self, Withdraw.self, Export.self])

    struct Submit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Freezes the figures and keeps the documents that go to be signed (trình ký).",
            discussion: """
                What stands around the figures is frozen with them: the paper options here, else what papers in hailong.yaml \
                says. Number and date are given when the report is published.
                """)
        @OptionGroup var office: OfficeOptions
        @OptionGroup var period: NamedPeriod
        @Flag(name: .long, help: "Replaces the issued edition by one of today's figures (Báo cáo thay thế).")
        var replacement = false
        @Option(name: .long, help: "The reason, where there is one to be kept.") var why = ""
        @OptionGroup(title: "Paper options") var paper: PaperOptions

        func run() async throws {
            try await office.perform(
                .submitReport(
                    month: period.name, paper: try settings(), isReplacement: replacement, why: why))
        }

        /// What stands around the figures, by the options, hailong.yaml and the centre's own record at the period's end;
        /// nil of no period, which is refused.
        private func settings() throws -> PaperSettings? {
            let directory = try Store(reading: try office.common.folder()).directory
            guard let span = PeriodRule.span(named: period.name, in: directory) else { return nil }
            let end = directory.settings.start(of: span.days.upperBound.advanced(by: 1))
            return try paper.settings(
                try office.common.settings(), centre: directory.centres.last { $0.since < end })
        }
    }

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records number, date and signer of what was signed (đã ban hành).")
        @OptionGroup var office: OfficeOptions
        @OptionGroup var period: NamedPeriod
        @Option(name: .long, help: "The document's number.") var number: Int
        @Option(name: .long, help: "Its day, YYYY-MM-DD.") var date: String
        @Option(name: .long, help: "Who signed.") var signer: String
        @Option(name: .long, help: "The signed document as PDF, to be kept with it.") var attach: String?
        @Option(name: .long, help: "The reason, where there is one to be kept.") var why = ""

        func run() async throws {
            try await office.perform(
                .publishReport(
                    month: period.name, number: number, date: try Day.typed(date), signer: signer,
                    signed: try attach.map(InputFile.signed), why: why))
        }
    }

    struct Attach: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keeps the signed PDF of an issued report.")
        @OptionGroup var office: OfficeOptions
        @Argument(help: "The signed document as PDF.") var file: String
        @OptionGroup var period: NamedPeriod
        @Option(name: .long, help: "The edition; default the one in force.") var edition: Int?
        @Option(
            name: .long,
            help: "The reason; without it no file follows another one. The earlier one stays kept, the latest counts.")
        var why = ""

        func run() async throws {
            try await office.perform(
                .attachSigned(month: period.name, edition: edition, signed: try InputFile.signed(file), why: why))
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a submission back; it stays in the history.")
        @OptionGroup var office: OfficeOptions
        @OptionGroup var period: NamedPeriod
        @Option(name: .long, help: "The reason.") var why: String

        func run() async throws { try await office.perform(.withdrawReport(month: period.name, why: why)) }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes everything that is kept of an edition into a folder, byte for byte.")
        @OptionGroup var common: CommonOptions
        @OptionGroup var period: NamedPeriod
        @Option(name: .long, help: "The edition; default the one for signature or issued.") var edition: Int?
        @Option(name: .long, help: "Folder for the files: a new one, or an empty one.") var out: String

        func run() async throws {
            let store = try Store(reading: try common.folder())
            guard let edition = try ReportArchive(store: store).edition(edition, of: period.name) else {
                throw CommandFailure.refused(
                    "the report of \(period.name) is a draft: nothing is kept of it yet.")
            }
            // The names say neither period nor edition.
            guard (try? FileManager.default.contentsOfDirectory(atPath: out))?.isEmpty ?? true else {
                throw CommandFailure.refused("\(out) holds something already. Name a new folder with --out.")
            }
            var written: [String] = []
            do {
                for (folder, files) in edition.folders {
                    let path = folder.isEmpty ? out : "\(out)/\(folder)"
                    try OutputFile.makeFolder(path)
                    for file in files {
                        try OutputFile.write(try store.document(file), to: "\(path)/\(file.name)", replacing: false)
                        written.append("\(path)/\(file.name)")
                    }
                }
            } catch {
                for path in written { try? FileManager.default.removeItem(atPath: path) }
                throw error
            }
            written.forEach(Output.line)
        }
    }
}

extension ReportEdition {
    /// Its files by the folder in which they are written out: those of its state, and beside an issued one those that
    /// went to be signed and files that were attached by mistake.
    fileprivate var folders: [(name: String, files: [KeptFile])] {
        guard let issue else { return [("", [model] + documents)] }
        return [
            ("", [model] + issue.documents + (issue.signed.map { [$0] } ?? [])), ("trinh-ky", documents),
            ("da-ky-truoc", issue.earlierSigned ?? []),
        ].filter { !$0.1.isEmpty }
    }
}
