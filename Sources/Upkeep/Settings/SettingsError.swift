/// Why the machine's settings cannot be used, with what to do next.
public enum SettingsError: Error, Hashable {
    /// The folder that was named is not there.
    case noFolder(String)
    /// What is written makes no sense.
    case refused(String)
}

extension SettingsError: CustomStringConvertible {
    /// What, where, why, and what to do next.
    public var description: String {
        switch self {
        case .noFolder(let folder): "no folder \(folder): name the settings' folder with --config."
        case .refused(let why): why
        }
    }
}
