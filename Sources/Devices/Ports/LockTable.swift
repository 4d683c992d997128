import Foundation

/// The kernel's list of file locks.
public struct LockTable: Sendable {
    private let text: String

    /// The table as /proc/locks has it.
    public init(_ text: String) { self.text = text }

    static var present: LockTable { LockTable((try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? "") }

    /// The processes that hold a `flock` on the file with this inode. Some file systems give the lock another device
    /// number than the file, so the inode alone decides.
    public func holders(inode: UInt64) -> [Int32] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[1] == "FLOCK", fields[5].hasSuffix(":\(inode)") else { return nil }
            return Int32(fields[4])
        }
    }

    func holders(of descriptor: Int32) -> [Int32] {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? holders(inode: UInt64(status.st_ino)) : []
    }
}
