import CFuzzer
import Dispatch
import Foundation
import FuzzTargets

/// The target that `FUZZ_TARGET` names.
private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("FUZZ_TARGET is '\(name)', not one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// Gives libFuzzer the process; its options are those of the command line.
@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(LLVMFuzzerRunDriver(&count, &arguments, feed))
    }
}

/// Runs one input that libFuzzer has made; a violation ends the process, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let done = DispatchSemaphore(value: 0)
    // At once and on this thread: only what must wait for others goes elsewhere.
    Task.immediate {
        do {
            try await target.run(bytes)
        } catch {
            try? FileHandle.standardError.write(contentsOf: Data("VIOLATION \(target): \(error)\n".utf8))
            abort()
        }
        done.signal()
    }
    done.wait()
    return 0
}
