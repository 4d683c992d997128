import Foundation

extension Error {
    /// Why the system refused a file, in its words; Foundation's own are codes.
    var systemReason: String {
        let cause = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        guard let underlying = cause.map({ $0 as NSError }), underlying.domain == NSPOSIXErrorDomain else {
            return localizedDescription
        }
        return String(cString: strerror(Int32(underlying.code)))
    }
}
