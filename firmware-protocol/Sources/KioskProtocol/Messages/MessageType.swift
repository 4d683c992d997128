/// The type byte of a message. Types that are not listed are skipped by both ends.
enum MessageType: UInt8 {
    case hello = 0x01
    case press = 0x02
    case boxHeartbeat = 0x03
    case status = 0x04
    case badge = 0x05
    case settingsAck = 0x06

    case welcome = 0x41
    case ack = 0x42
    case hostHeartbeat = 0x43
    case notice = 0x44
    case invite = 0x45
    case inviteEnd = 0x46
    case text = 0x47
    case officer = 0x48
    case settings = 0x49
    case blink = 0x4A
    case statusRequest = 0x4B
    case renew = 0x4C
    case helloRequest = 0x4D
}
