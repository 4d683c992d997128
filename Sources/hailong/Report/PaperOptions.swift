import ArgumentParser
import Foundation
import Ratings
import Reports
import Upkeep

/// What stands around the figures of one paper; each option goes before `papers` in hailong.yaml.
struct PaperOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            draft (marked DỰ THẢO), for_signature, or issued (with --number and --date); of a period with a name \
            'hailong report issue' keeps what is signed.
            """)
    var state: Paper.State = .draft

    @Option(name: .long, help: "Number of an issued paper.")
    var number: Int?

    @Option(name: .long, help: "Day of an issued paper, YYYY-MM-DD.")
    var date: String?

    @Option(name: .long, help: "Sign behind the number, as BC-TTHC.")
    var sign: String?

    @Option(name: .long, help: "decree (Nghị định 30/2020) or source (PHỤ LỤC II, Ban hành kèm theo …).")
    var preset: PaperSettings.Preset?

    @Option(name: .long, help: "portrait or landscape.")
    var orientation: Paper.Orientation?

    @Option(name: .long, help: "Issuing body. Default: the centre's name at the period's end.")
    var issuer: String?

    @Option(name: .long, help: "Body above the issuing one.")
    var parent: String?

    @Option(name: .long, help: "Place of the date.")
    var place: String?

    @Option(name: .long, help: "Line of authority above the signature, in capitals; may be repeated.")
    var authority: [String] = []

    @Option(name: .long, help: "Who signs.")
    var signer: String?

    @Option(name: .long, help: "Line of \"Nơi nhận\"; may be repeated.")
    var recipient: [String] = []

    /// Refuses to sign today's figures of a period, which may be others tomorrow.
    func requireDraft(of period: String?) throws {
        guard let period, state != .draft else { return }
        throw CommandFailure.refused(
            "state: today's figures of \(period) are a draft. Freeze them with 'hailong report issue submit --period "
                + "\(period)'; 'hailong report issue publish' then gives number and date.")
    }

    /// The settings of a paper of `centre`: options before hailong.yaml, that before the centre's own record.
    /// - Throws: `CommandFailure` that names the field.
    func settings(_ machine: MachineSettings, centre: Centre?) throws -> PaperSettings {
        var papers = machine.papers ?? MachineSettings.Papers()
        papers.preset = preset ?? papers.preset
        papers.orientation = orientation ?? papers.orientation
        papers.issuer = issuer ?? papers.issuer
        papers.parent = parent ?? papers.parent
        papers.place = place ?? papers.place
        papers.sign = sign ?? papers.sign
        papers.signer = signer ?? papers.signer
        if !authority.isEmpty { papers.authority = authority }
        if !recipient.isEmpty { papers.recipients = recipient }
        var settings = papers.settings(of: centre)
        (settings.state, settings.number) = (state, number)
        settings.date = try date.map { try Day.typed($0) }
        guard !settings.issuer.isEmpty else {
            throw CommandFailure.refused(
                "issuer: the centre has no name yet. Import centre.csv, or write issuer below papers in hailong.yaml.")
        }
        do {
            try settings.check()
        } catch {
            throw CommandFailure.refused("\(error)")
        }
        return settings
    }
}

extension Paper.State: ExpressibleByArgument {}
extension Paper.Orientation: ExpressibleByArgument {}
extension PaperSettings.Preset: ExpressibleByArgument {}
