import Foundation

/// Names of files that every system and every mail gateway takes.
enum FileName {
    /// `Cán bộ tại quầy` as `can-bo-tai-quay`.
    static func unaccented(_ text: String) -> String {
        text.lowercased().replacing("đ", with: "d")
            .folding(options: .diacriticInsensitive, locale: Locale(identifier: "vi_VN"))
            .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
