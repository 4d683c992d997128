/// Who a box is. It never changes while the firmware runs.
public struct BoxIdentity: Sendable, Equatable {
    /// The hardware's unique id, 0 to 16 bytes; empty where the part has none.
    public var uid: BoundedBytes<16>
    /// The model, UTF-8.
    public var model: BoundedBytes<16>
    /// The firmware version, UTF-8.
    public var firmware: BoundedBytes<16>
    /// What the box can do.
    public var capabilities: Capabilities
    /// How many buttons it has, 1 to 16.
    public var buttons: UInt8

    /// The identity of a box.
    public init(
        uid: BoundedBytes<16>, model: BoundedBytes<16>, firmware: BoundedBytes<16>,
        capabilities: Capabilities, buttons: UInt8
    ) {
        self.uid = uid
        self.model = model
        self.firmware = firmware
        self.capabilities = capabilities
        self.buttons = buttons
    }
}
