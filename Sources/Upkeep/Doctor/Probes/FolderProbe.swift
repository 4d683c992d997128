import Devices
import Foundation
import Store

/// Looks at the data folder and the file system below it.
struct FolderProbe {
    /// More files than this are not looked at one by one.
    private static let mostFiles = 10_000

    let files: HostFiles
    let users: UserTable

    /// The folder as it is; nil where there is none, or it may not be seen.
    func facts(_ folder: DataDirectory, owner: UInt32) -> FolderFacts? {
        guard let status = HostFiles.status(folder.path) else { return nil }
        var facts = FolderFacts(path: folder.path, owner: FileOwner(status, users))
        let names = HostFiles().entries(folder.path)
        let backups = HostFiles().entries(folder.path + "/backups").map { "backups/" + $0 }
        // The folder itself is "." in the list.
        facts.foreignFiles = (["."] + names + backups).prefix(Self.mostFiles).filter { name in
            HostFiles.status("\(folder.path)/\(name)").map { $0.st_uid != owner } ?? false
        }
        var disk = statvfs()
        if statvfs(folder.path, &disk) == 0 {
            facts.freeBytes = Int64(clamping: disk.f_bavail * disk.f_frsize)
            facts.totalBytes = Int64(clamping: disk.f_blocks * disk.f_frsize)
            facts.freeFiles = Int64(clamping: disk.f_favail)
            facts.totalFiles = Int64(clamping: disk.f_files)
        }
        let real = URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path
        facts.readOnlyMount = MountTable.readOnlyMount(below: real, in: files.text("/proc/self/mounts") ?? "")
        return facts
    }

    /// The process that holds the folder's lock: named in its file, and in the kernel's list.
    func lockHolder(_ folder: DataDirectory) -> Int32? {
        guard let status = HostFiles.status(folder.lock),
            let pid = HostFiles().line(folder.lock).flatMap({ Int32($0) })
        else { return nil }
        let holders = LockTable { files.text("/proc/locks") }.holders(inode: UInt64(status.st_ino))
        return holders.contains(pid) ? pid : nil
    }
}
