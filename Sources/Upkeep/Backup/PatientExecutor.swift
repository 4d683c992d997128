import Dispatch

/// Runs tasks on a thread of their own: a stick or a share that does not answer must hold up nothing else.
final class PatientExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "hailong.backup", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
