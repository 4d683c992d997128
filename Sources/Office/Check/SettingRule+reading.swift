import Ratings

extension SettingRule {
    /// Reads a scope; a box's UID in lower case.
    static func scope(_ text: String) -> Setting.Scope? {
        guard case .box(let uid)? = Setting.Scope(text) else { return Setting.Scope(text) }
        return CodeRule.uid(uid).map { .box($0) }
    }

    /// The value with a decimal comma read as a point, where it is a number of seconds with one or two decimals.
    static func normal(_ value: String, of name: Setting.Name) -> String {
        guard [.minimumInterval, .invitationWindow, .correctionTime].contains(name),
            let comma = value.firstIndex(of: ","), value[comma...].count <= 3
        else { return value }
        return value.replacing(",", with: ".")
    }
}
