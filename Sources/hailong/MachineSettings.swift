import Devices
import Foundation
import Logging
import Yams

/// What belongs to the machine and not to the centre: `hailong.yaml`. Nothing here changes a verdict or a figure.
struct MachineSettings: Codable {
    /// Data folder.
    var dataDir: String?
    /// Ports of boxes: ttys, or folders whose entries are ports.
    var ports: [String]?
    /// Which adapters are boxes; nil for those known everywhere.
    var adapters: [AdapterRule]?
    /// `debug`, `info`, `notice`, `warning` or `error`.
    var logLevel: String?
    /// The service's own copies of the ledger.
    var backup: Backup?
    /// The telephone number on the labels of boxes.
    var supportPhone: String?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case dataDir = "data_dir"
        case ports, adapters, backup
        case logLevel = "log_level"
        case supportPhone = "support_phone"
    }

    private func check(keys: Set<String>, of backupKeys: Set<String>) throws {
        try Self.check(keys, among: CodingKeys.allCases.map(\.rawValue))
        try Self.check(backupKeys, among: Backup.CodingKeys.allCases.map(\.rawValue))
        for (number, rule) in (adapters ?? []).enumerated() {
            if let fault = rule.fault { throw CommandFailure.refused("adapters, entry \(number + 1): \(fault)") }
        }
        if let logLevel, Logger.Level(rawValue: logLevel) == nil {
            throw CommandFailure.refused("log_level '\(logLevel)' is none of debug, info, notice, warning, error")
        }
        try backup?.check()
    }

    private static func check(_ keys: Set<String>, among known: [String]) throws {
        guard let unknown = keys.subtracting(known).sorted().first else { return }
        throw CommandFailure.refused(
            "there is no setting '\(unknown)'; there are \(known.sorted().joined(separator: ", "))")
    }

    /// Where an installed HaiLong has its settings.
    static let usualFolder = "/etc/hailong"

    /// Reads `hailong.yaml` in `folder`, or in the usual one; where that has none, all is default.
    static func load(folder given: String?) throws -> MachineSettings {
        let folder = given ?? usualFolder
        let path = folder + "/hailong.yaml"
        guard given == nil || FileManager.default.fileExists(atPath: folder) else {
            throw CommandFailure.cannotRun("no folder \(folder): name the settings' folder with --config.")
        }
        guard FileManager.default.fileExists(atPath: path) else { return MachineSettings() }
        do {
            let text = try self.text(of: path)
            if text.split(separator: "\n").allSatisfy({ $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }) {
                return MachineSettings()
            }
            let settings = try YAMLDecoder().decode(MachineSettings.self, from: text)
            let written = try Yams.load(yaml: text) as? [String: Any] ?? [:]
            try settings.check(keys: Set(written.keys), of: Set((written["backup"] as? [String: Any] ?? [:]).keys))
            // A condition that is misspelt would be no condition, and the rule claim other people's adapters.
            for rule in written["adapters"] as? [[String: Any]] ?? [] {
                try check(Set(rule.keys), among: AdapterRule.fields)
            }
            return settings
        } catch let failure as CommandFailure {
            throw CommandFailure.refused("\(path): \(failure.message ?? "")")
        } catch {
            throw CommandFailure.refused("\(path): \(error). Correct the file; config/hailong.yaml shows the form.")
        }
    }

    private static func text(of path: String) throws -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure.refused(
                "cannot be read: \(error.systemReason). Make it a file that you may read.")
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw CommandFailure.refused("the file is no text in UTF-8. Save it again with the encoding UTF-8.")
        }
        return text
    }
}
