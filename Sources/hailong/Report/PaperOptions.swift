import ArgumentParser
import Foundation
import Ratings
import Reports
import Upkeep

/// What stands around the figures of one paper; each option goes before `papers` in hailong.yaml.
struct PaperOptions: ParsableArguments {
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

    /// The options that were given, as they are typed.
    var given: [String] {
        let options: [(name: String, isGiven: Bool)] = [
            ("--sign", sign != nil), ("--preset", preset != nil), ("--orientation", orientation != nil),
            ("--issuer", issuer != nil), ("--parent", parent != nil), ("--place", place != nil),
            ("--authority", !authority.isEmpty), ("--signer", signer != nil), ("--recipient", !recipient.isEmpty),
        ]
        return options.filter(\.isGiven).map(\.name)
    }

    /// The settings of a paper of `centre`, a draft unless `state` says otherwise: options before hailong.yaml, that before
    /// the centre's own record.
    /// - Throws: `CommandFailure` that names the field.
    func settings(
        _ machine: MachineSettings, centre: Centre?, state: StateOptions? = nil
    ) throws -> PaperSettings {
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
        try state?.apply(to: &settings)
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

extension Paper.Orientation: ExpressibleByArgument {}
extension PaperSettings.Preset: ExpressibleByArgument {}
