import Foundation
import Ratings

/// Why a port cannot be used, said so that a technician knows what to do.
public enum PortError: Error, Hashable, CustomStringConvertible {
    /// There is nothing at this path.
    case missing(path: String)
    /// This user may not open it.
    case forbidden(path: String)
    /// The path is no tty.
    case noTTY(path: String)
    /// Somebody works at this terminal.
    case console(path: String)
    /// Another program has it open.
    case held(path: String, holder: Int32?)
    /// The system said something else.
    case system(path: String, call: String, code: Int32)

    /// What, where, why, and what to do next.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): there is no such port. It is opened as soon as it appears."
        case .forbidden(let path):
            "\(path): permission denied. Add the service's user to the port's group (ls -l \(path)); a port other than ttyUSB "
                + "and ttyACM also needs a DeviceAllow= line of its own (systemctl edit hailong)."
        case .noTTY(let path): "\(path) is not a tty. Name a serial port or a folder of serial ports."
        case .console(let path):
            "\(path) is somebody's console and is left alone. Name another port, or end the login on it "
                + "(systemctl disable --now serial-getty@\(path.split(separator: "/").last ?? "").service)."
        case .held(let path, let holder):
            "\(path) is in use by \(holder.map { "process \($0)" } ?? "another program"). Stop that program."
        case .system(let path, let call, let code): "\(path): \(call): \(String(cString: strerror(code)))."
        }
    }

    /// What it is counted as.
    var event: LinkEvent {
        switch self {
        case .missing: .missing
        case .forbidden: .forbidden
        case .noTTY: .noTTY
        case .held, .console: .held
        case .system: .openFailed
        }
    }

    init(path: String, call: String, code: Int32 = errno) {
        switch code {
        case ENOENT, ENXIO, ENODEV: self = .missing(path: path)
        case EACCES, EPERM: self = .forbidden(path: path)
        case EBUSY, EWOULDBLOCK: self = .held(path: path, holder: nil)
        default: self = .system(path: path, call: call, code: code)
        }
    }
}
