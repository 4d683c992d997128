import Devices
import Foundation
import Logging
import Yams

/// What belongs to the machine and not to the centre: `hailong.yaml`. Nothing here changes a verdict or a figure.
public struct MachineSettings: Codable, Sendable {
    /// Data folder.
    public var dataDir: String?
    /// Ports of boxes: ttys, or folders whose entries are ports.
    public var ports: [String]?
    /// Which adapters are boxes; nil for those known everywhere.
    public var adapters: [AdapterRule]?
    /// `debug`, `info`, `notice`, `warning` or `error`.
    public var logLevel: String?
    /// The service's own copies of the ledger.
    public var backup: Backup?
    /// What stands around the figures of papers.
    public var papers: Papers?
    /// The telephone number on the labels of boxes.
    public var supportPhone: String?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case dataDir = "data_dir"
        case ports, adapters, backup, papers
        case logLevel = "log_level"
        case supportPhone = "support_phone"
    }

    /// All is default.
    public init() {}

    /// Where an installed HaiLong has its settings.
    public static let usualFolder = "/etc/hailong"

    /// Reads `hailong.yaml` in `folder`, or in the usual one; where that has none, all is default.
    /// - Throws: `SettingsError`.
    public static func load(folder given: String?) throws(SettingsError) -> MachineSettings {
        let folder = given ?? usualFolder
        let path = folder + "/hailong.yaml"
        guard given == nil || FileManager.default.fileExists(atPath: folder) else { throw .noFolder(folder) }
        guard FileManager.default.fileExists(atPath: path) else { return MachineSettings() }
        do {
            return try MachineSettings(yaml: try bytes(of: path))
        } catch {
            throw .refused("\(path): \(error)")
        }
    }

    /// Reads the bytes of a `hailong.yaml`.
    /// - Throws: `SettingsError`.
    public init(yaml bytes: some Collection<UInt8>) throws(SettingsError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .refused("the file is no text in UTF-8. Save it again with the encoding UTF-8.")
        }
        if text.split(separator: "\n").allSatisfy({ $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }) { return }
        do {
            self = try YAMLDecoder().decode(MachineSettings.self, from: text)
            let written = try Yams.compose(yaml: text)
            if let written { try Self.refuseStrangeKeys(in: written) }
            try check(as: written?.any as? [String: Any] ?? [:])
        } catch let error as SettingsError {
            throw error
        } catch {
            throw .refused("\(error). Correct the file; config/hailong.yaml shows the form.")
        }
    }

    /// Refuses keys that are lists or tables themselves: Yams would end the process at them.
    private static func refuseStrangeKeys(in node: Node) throws(SettingsError) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard key.scalar != nil else {
                    let place = key.mark.map { "line \($0.line): " } ?? ""
                    throw .refused("\(place)what stands before a ':' has to be the name of a setting")
                }
                try refuseStrangeKeys(in: value)
            }
        case .sequence(let sequence):
            for node in sequence { try refuseStrangeKeys(in: node) }
        case .scalar, .alias: return
        }
    }

    private static func bytes(of path: String) throws(SettingsError) -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .refused("cannot be read: \(error.systemReason). Make it a file that you may read.")
        }
    }

    /// Refuses what makes no sense, and keys of `written` that the decoder does not look at.
    private func check(as written: [String: Any]) throws(SettingsError) {
        try Self.refuseNul(in: written)
        try Self.check(Set(written.keys), among: CodingKeys.allCases.map(\.rawValue))
        func keys(of section: CodingKeys) -> Set<String> {
            Set((written[section.rawValue] as? [String: Any] ?? [:]).keys)
        }
        try Self.check(keys(of: .backup), among: Backup.CodingKeys.allCases.map(\.rawValue))
        try Self.check(keys(of: .papers), among: Papers.CodingKeys.allCases.map(\.rawValue))
        for (number, rule) in (adapters ?? []).enumerated() {
            if let fault = rule.fault { throw .refused("adapters, entry \(number + 1): \(fault)") }
        }
        if let logLevel, Logger.Level(rawValue: logLevel) == nil {
            throw .refused("log_level '\(logLevel)' is none of debug, info, notice, warning, error")
        }
        try backup?.check()
        try papers?.check()
        // A condition that is misspelt would be no condition, and the rule claim other people's adapters.
        for rule in written["adapters"] as? [[String: Any]] ?? [] {
            try Self.check(Set(rule.keys), among: AdapterRule.fields)
        }
    }

    private static func check(_ keys: Set<String>, among known: [String]) throws(SettingsError) {
        guard let unknown = keys.subtracting(known).sorted().first else { return }
        throw .refused("there is no setting '\(unknown)'; there are \(known.sorted().joined(separator: ", "))")
    }

    /// No path or name has the character NUL, and what the system made of one would be another.
    private static func refuseNul(in value: Any) throws(SettingsError) {
        switch value {
        case let text as String:
            guard !text.utf8.contains(0) else {
                throw .refused("'\(text.replacing("\0", with: "\\0"))' has the character NUL. Leave it out.")
            }
        case let list as [Any]: for entry in list { try refuseNul(in: entry) }
        case let map as [String: Any]: for entry in map.values { try refuseNul(in: entry) }
        default: break
        }
    }
}
