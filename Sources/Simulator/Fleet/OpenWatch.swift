import Foundation

/// Rings whenever somebody opens a pseudo-terminal. The kernel tells a master only that its slave is closed, again and
/// again, and never that it was opened; watching the folder of the slaves does.
final class OpenWatch {
    /// Readable when something was opened; -1 where there is no such notice to be had.
    let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 4_096)

    init() {
        let watch = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard watch >= 0, inotify_add_watch(watch, "/dev/pts", UInt32(IN_OPEN)) >= 0 else {
            if watch >= 0 { close(watch) }
            descriptor = -1
            return
        }
        descriptor = watch
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether something was opened since it was last asked.
    var hasRung: Bool {
        guard descriptor >= 0 else { return false }
        var isRung = false
        while read(descriptor, &buffer, buffer.count) > 0 { isRung = true }
        return isRung
    }
}
