import Foundation

extension Error {
    /// Why the system refused a file, in its words; those of Foundation are often codes.
    public var systemReason: String {
        let error = self as NSError
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return cause.systemReason }
        guard let code = (self as? CocoaError)?.code, let number = Self.numbers[code] else {
            return localizedDescription
        }
        return String(cString: strerror(number))
    }

    /// For the codes that may come without the error of the system that they stand for.
    private static var numbers: [CocoaError.Code: Int32] {
        [
            .fileNoSuchFile: ENOENT, .fileReadNoSuchFile: ENOENT, .fileReadNoPermission: EACCES,
            .fileWriteNoPermission: EACCES, .fileWriteFileExists: EEXIST, .fileWriteOutOfSpace: ENOSPC,
            .fileWriteVolumeReadOnly: EROFS, .fileReadTooLarge: EFBIG, .fileReadInvalidFileName: EINVAL,
            .fileWriteInvalidFileName: EINVAL,
        ]
    }
}
