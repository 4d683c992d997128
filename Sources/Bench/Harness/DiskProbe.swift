import Foundation

/// Appends 4 KiB to a file and waits until they are on the medium: what no receipt can be faster than.
final class DiskProbe {
    private let path: String
    private let descriptor: Int32
    private let block = [UInt8](repeating: 0xA5, count: 4096)
    private(set) var times: [Duration] = []

    /// On the file system of `folder`.
    init(in folder: String) throws {
        path = folder + "/probe-\(getpid())"
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchError("\(path): \(String(cString: strerror(errno)))") }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Takes one time.
    func sample() throws {
        let began = ContinuousClock.now
        guard write(descriptor, block, block.count) == block.count, fdatasync(descriptor) == 0 else {
            throw BenchError("\(path): \(String(cString: strerror(errno)))")
        }
        times.append(began.duration(to: .now))
    }
}
