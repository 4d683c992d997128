import Foundation

/// Libraries of `Fixtures` that are preloaded into the service, compiled once a run of the tests.
enum Preload {
    static let stuckDisk = Result { try compile("stuck-disk") }
    static let wrongClock = Result { try compile("wrong-clock") }
    static let witness = Result { try compile("witness") }

    /// The toolchain that built the tests has a C compiler.
    private static func compile(_ name: String) throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name).c").path
        // Beside the tests, where the next run overwrites it.
        let library = URL(fileURLWithPath: Executable.path).deletingLastPathComponent()
            .appendingPathComponent("\(name).preload.so").path
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["clang", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, source]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw TestFailure("clang cannot compile \(name).c") }
        return library
    }
}
