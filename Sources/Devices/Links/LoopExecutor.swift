import NIOCore

/// Runs what is asynchronous of a link on the link's own event loop, so that a press does not change threads on its way
/// to the door. Nothing that takes time may run there.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
