import Foundation

/// Texts as the C API takes them, for as long as this lives.
final class ConstantTexts {
    private var texts: [UnsafeMutablePointer<CChar>] = []

    deinit { for text in texts { free(text) } }

    func make(_ text: String) -> UnsafePointer<CChar> {
        let copy: UnsafeMutablePointer<CChar> = strdup(text)
        texts.append(copy)
        return UnsafePointer(copy)
    }
}
