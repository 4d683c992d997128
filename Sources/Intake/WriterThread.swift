import Dispatch

/// Where commits wait for the disk. A press changes threads only to come here and to go back to its link: each change
/// costs as much as a tenth of a sync.
final class WriterThread: TaskExecutor {
    private let queue = DispatchQueue(label: "intake", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
