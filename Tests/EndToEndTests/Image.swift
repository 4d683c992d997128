import Foundation

/// What `make e2e` has made for the guest to boot.
struct Image {
    private let folder: String

    /// The image in the folder that `HAILONG_E2E` names.
    init() throws {
        guard let folder = ProcessInfo.processInfo.environment["HAILONG_E2E"] else {
            throw EndToEndFailure("there is no image to boot: run 'make e2e'")
        }
        self.folder = folder
    }

    var kernel: String { folder + "/vmlinux" }
    var system: String { folder + "/initrd.cpio" }
    /// What the kernel, the guest's scripts and the service said when this suite ran last.
    func console(of suite: String) -> String { folder + "/\(suite).log" }
}

/// Why a test cannot go on.
struct EndToEndFailure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
