/// A frame as it goes over the wire: COBS bytes and the closing 0x00, after an opening 0x00 where one is due.
public typealias WireFrame = BoundedBytes<131>

/// A frame as it was before COBS: type, payload, CRC-32C.
public typealias FrameBody = BoundedBytes<128>
