import Foundation
import Yams

/// What belongs to the machine and not to the centre: `hailong.yaml`. Nothing here changes a verdict or a figure.
struct MachineSettings: Codable {
    /// Data folder.
    var dataDir: String?
    /// Ports of boxes: ttys, or folders whose entries are ports.
    var ports: [String]?
    /// `debug`, `info`, `notice`, `warning` or `error`.
    var logLevel: String?

    private enum CodingKeys: String, CodingKey {
        case dataDir = "data_dir"
        case ports
        case logLevel = "log_level"
    }

    /// Reads `hailong.yaml` in `folder`; without a folder all is default.
    static func load(folder: String?) throws -> MachineSettings {
        guard let folder else { return MachineSettings() }
        let path = folder + "/hailong.yaml"
        guard FileManager.default.fileExists(atPath: folder) else {
            throw CommandFailure.cannotRun("no folder \(folder): name the settings' folder with --config.")
        }
        guard FileManager.default.fileExists(atPath: path) else { return MachineSettings() }
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            if text.split(separator: "\n").allSatisfy({ $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }) {
                return MachineSettings()
            }
            return try YAMLDecoder().decode(MachineSettings.self, from: text)
        } catch {
            throw CommandFailure.refused("\(path): \(error). Correct the file; config/hailong.yaml shows the form.")
        }
    }
}
