import Dispatch

/// Runs tasks on a thread of their own: what waits for a disk, or a stick that does not answer, must hold up nothing else.
public final class DiskExecutor: TaskExecutor {
    private let queue: DispatchQueue

    /// A thread, named for whoever looks at the process.
    public init(_ label: String, qos: DispatchQoS) { queue = DispatchQueue(label: label, qos: qos) }

    /// Runs a job once the ones before it are done.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
