import Ratings

extension SheetReader {
    /// A box's UID, in lower case.
    mutating func uid(_ field: String) -> String? {
        guard let text = required(field) else { return nil }
        if let uid = CodeRule.uid(text) { return uid }
        find(field, text, why: "not a UID", remedy: CodeRule.uidRemedy)
        return nil
    }
}
