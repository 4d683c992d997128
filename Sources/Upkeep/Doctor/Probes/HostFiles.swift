import Devices
import Foundation

/// The machine's files, looked at below a root that a test may make.
public struct HostFiles: Sendable {
    private let root: String

    /// The files below `root`; "" is the machine itself.
    public init(root: String = "") { self.root = root.hasSuffix("/") ? String(root.dropLast()) : root }

    /// What a folder holds.
    enum Listing: Equatable {
        case entries([String])
        case absent
        case forbidden
    }

    func path(_ path: String) -> String { root + path }

    /// The text of a file; bytes that are no UTF-8 are replaced. Nil where it cannot be read, or is gone by now.
    func text(_ path: String) -> String? { KernelFile.text(self.path(path)) }

    /// The first line of a file of the kernel's.
    func line(_ path: String) -> String? {
        text(path)?.split(separator: "\n", omittingEmptySubsequences: false).first
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    func list(_ path: String) -> Listing {
        guard let folder = opendir(self.path(path)) else {
            return errno == EACCES || errno == EPERM ? .forbidden : .absent
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return .entries(names.sorted())
    }

    func entries(_ path: String) -> [String] {
        guard case .entries(let names) = list(path) else { return [] }
        return names
    }

    /// What `stat` says; follows links, opens nothing.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
