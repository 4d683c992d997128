import Foundation
import KioskProtocol

/// The bytes of "01 A2 FF".
func hex(_ text: String) -> [UInt8] {
    text.split(separator: " ").map { UInt8($0, radix: 16) ?? 0 }
}

/// The bytes as "01 A2 FF".
func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02X", $0) }.joined(separator: " ")
}

extension BoundedBytes {
    var array: [UInt8] { (0..<count).map { self[$0] } }
    var text: String { String(decoding: array, as: UTF8.self) }

    init(text: String) { self.init(truncating: text.utf8) }
}

/// All frame bodies in some bytes of a wire.
func bodies(_ bytes: [UInt8]) -> [FrameBody] {
    var decoder = FrameDecoder()
    return bytes.compactMap { byte in
        if case .frame(let body) = decoder.receive(byte) { return body }
        return nil
    }
}
