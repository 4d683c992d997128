import Foundation

/// A library in C that a test preloads into the service, to put something between it and the kernel.
enum PreloadedLibrary {
    /// Compiles a file of `Fixtures` to `library`; the toolchain that built the tests has a C compiler.
    static func compile(_ name: String, to library: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let source = folder.appendingPathComponent("Fixtures/" + name)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["clang", "-shared", "-fPIC", "-o", library, source.path]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw TestFailure("clang cannot compile \(name)") }
    }
}
