import Foundation

/// The kernel's list of file locks.
public struct LockTable: Sendable {
    private let text: String

    /// The table as /proc/locks has it.
    public init(_ text: String) { self.text = text }

    /// The locks there are now. The kernel hands its list out by the page and counts lines between two pages, so a lock
    /// that ends meanwhile hides another one, which still holds: what any of several readings has, is there.
    /// - Parameter read: one reading of /proc/locks.
    public init(reading read: () -> String?) {
        text = (0..<Self.readings).compactMap { _ in read() }.joined(separator: "\n")
    }

    private static let readings = 5

    static var present: LockTable { LockTable { KernelFile.text("/proc/locks") } }

    /// The processes that hold a `flock` on the file with this inode. Some file systems give the lock another device
    /// number than the file, so the inode alone decides.
    public func holders(inode: UInt64) -> [Int32] {
        var holders: [Int32] = []
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[1] == "FLOCK", fields[5].hasSuffix(":\(inode)"),
                let holder = Int32(fields[4]), !holders.contains(holder)
            else { continue }
            holders.append(holder)
        }
        return holders
    }

    func holders(of descriptor: Int32) -> [Int32] {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? holders(inode: UInt64(status.st_ino)) : []
    }
}
