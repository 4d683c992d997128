import Foundation

/// The kernel's list of mounts.
enum MountTable {
    /// Where the file system below `path` is mounted, if it is mounted read-only.
    static func readOnlyMount(below path: String, in table: String) -> String? {
        let mounts = table.split(separator: "\n").compactMap { line -> (point: String, options: [Substring])? in
            let fields = line.split(separator: " ")
            guard fields.count >= 4 else { return nil }
            return (unescaped(fields[1]), fields[3].split(separator: ","))
        }
        let above = mounts.filter { $0.point == "/" || path == $0.point || path.hasPrefix($0.point + "/") }
        // Of several on one point the last one is seen.
        let length = above.map(\.point.utf8.count).max()
        guard let mount = above.last(where: { $0.point.utf8.count == length }) else { return nil }
        // The second after an error of the disk, with a kernel of 2025 or later.
        return mount.options.contains("ro") || mount.options.contains("emergency_ro") ? mount.point : nil
    }

    /// Blanks in names are written as octal numbers.
    private static func unescaped(_ field: Substring) -> String {
        var (bytes, rest) = ([UInt8](), field.utf8[...])
        while let first = rest.first {
            if first == UInt8(ascii: "\\"), rest.count >= 4,
                let byte = UInt8(String(decoding: rest.dropFirst().prefix(3), as: UTF8.self), radix: 8)
            {
                bytes.append(byte)
                rest = rest.dropFirst(4)
            } else {
                bytes.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
