import ArgumentParser
import Office

/// `hailong reproject`: computes all ratings and tallies again from the ledger.
struct ReprojectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproject", abstract: "Computes all ratings and tables again from the ledger.")

    @OptionGroup var office: OfficeOptions

    @Flag(name: .long, help: "Only tells which cells of which periods would change.")
    var dryRun = false

    @Option(name: .long, help: "The reason.")
    var why = "reproject"

    func run() async throws {
        var office = self.office
        office.preview = office.preview || dryRun
        office.yes = true
        try await office.perform(.reproject(why: why))
    }
}
