/// The way a press reached us.
public enum Channel: String, Hashable, Codable, Sendable, CaseIterable {
    /// A rating box (thiết bị).
    case box
    /// A touchscreen (màn hình).
    case screen
    /// A paper slip typed in (phiếu giấy).
    case paper
    /// A QR code on the citizen's phone (mã QR).
    case qr
}
