import Ratings
import Reports

extension MachineSettings {
    /// `papers` as written: what stands around the figures of every paper of this centre.
    public struct Papers: Codable, Sendable {
        /// `decree` or `source`.
        public var preset: PaperSettings.Preset?
        /// `portrait` or `landscape`.
        public var orientation: Paper.Orientation?
        /// The issuing body; by default the centre's name.
        public var issuer: String?
        /// The body above it; by default the centre's.
        public var parent: String?
        /// Place of the date.
        public var place: String?
        /// The sign behind the number.
        public var sign: String?
        /// Lines of authority in capitals.
        public var authority: [String]?
        /// The signer.
        public var signer: String?
        /// Lines of "Nơi nhận".
        public var recipients: [String]?
        /// Path of the centre's own template of the month's report.
        public var template: String?
        /// Manner of that report's sentence about ratings.
        public var sentence: SentencePreset?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case preset, orientation, issuer, parent, place, sign, authority, signer, recipients, template, sentence
        }

        /// Nothing is written.
        public init() {}

        /// Refuses what no paper can have.
        func check() throws(SettingsError) {
            do {
                try settings(of: Centre(since: Instant(milliseconds: 0), name: "-")).check()
            } catch {
                throw .refused("papers: \(error)")
            }
            if let template, !template.hasPrefix("/") {
                throw .refused("papers: template: '\(template)' is not a whole path. Begin it with '/'.")
            }
        }

        /// Settings of a draft of `centre`.
        public func settings(of centre: Centre?) -> PaperSettings {
            let usual = PaperSettings(issuer: issuer ?? centre?.name ?? "", parent: parent ?? centre?.parent)
            var settings = usual
            settings.preset = preset ?? usual.preset
            settings.orientation = orientation ?? usual.orientation
            settings.place = place ?? usual.place
            settings.sign = sign ?? usual.sign
            settings.authority = authority ?? usual.authority
            settings.signer = signer
            settings.recipients = recipients ?? usual.recipients
            return settings
        }
    }
}
