/// A medium that is told every write, sync and name, and knows what it holds after a power cut.
///
/// What a sync covered that has returned is there. Of the rest any part may be, sector by sector. A name is there if
/// its folder was synced; else it may be, or what had it before.
struct Medium {
    private struct Naming {
        var number: Int
        /// What each name leads to then; nil for nothing.
        var names: [String: UInt64?]
    }

    private(set) var files: [UInt64: MediumFile] = [:]
    private var folders: Set<UInt64> = []
    private var present: [String: UInt64] = [:]
    private var synced: [String: UInt64] = [:]
    private var namings: [Naming] = []
    /// Events so far.
    private(set) var number = 0
    /// Syncs that have returned.
    private(set) var syncs = 0
    /// When each thread's sync of a file or folder began.
    private var syncing: [[UInt64]: Int] = [:]

    mutating func take(_ event: WitnessEvent) {
        number += 1
        let sync = [event.inode, event.offset]
        if event.kind == .syncEnded || event.kind == .folderSyncEnded { syncs += 1 }
        switch event.kind {
        case .write: files[event.inode, default: MediumFile()].write(event.data, at: Int(event.offset), number: number)
        case .truncate: files[event.inode, default: MediumFile()].truncate(to: Int(event.offset), number: number)
        case .syncBegan, .folderSyncBegan: syncing[sync] = number
        case .syncEnded:
            if let began = syncing.removeValue(forKey: sync) { files[event.inode]?.sync(since: began) }
        case .syncFailed:
            if let began = syncing.removeValue(forKey: sync) { files[event.inode]?.failSync(since: began) }
        case .folderSyncEnded:
            if let began = syncing.removeValue(forKey: sync) { syncNames(in: event.name, since: began) }
        case .fileNamed: name([event.name: event.inode])
        case .folderNamed:
            folders.insert(event.inode)
            name([event.name: event.inode])
        case .renamed: name([event.name: nil, String(decoding: event.data, as: UTF8.self): present[event.name]])
        case .removed: name([event.name: nil])
        case .sending, .sent: break
        }
    }

    /// All files as a process reads them, by name.
    var whole: [String: [UInt8]] { contents(present) { $0.present } }

    /// What is there for certain, by name.
    var certain: [String: [UInt8]] { contents(synced) { $0.synced } }

    /// What one power cut leaves, by name; the same seed leaves the same.
    func afterPowerCut(seed: UInt64) -> [String: [UInt8]] {
        var random = CutChoice(seed: seed)
        var names = synced
        let salt = random.next()
        let policy = CutChoice.Policy.allCases[Int(salt % UInt64(CutChoice.Policy.allCases.count))]
        for (index, naming) in namings.enumerated()
        where policy.keeps(index, of: namings.count, salt, place: naming.number) {
            for (name, inode) in naming.names { names[name] = inode }
        }
        var left: [UInt64: [UInt8]] = [:]
        for inode in files.keys.sorted() { left[inode] = files[inode]?.afterPowerCut(&random) }
        return contents(names, of: left)
    }

    private mutating func name(_ names: [String: UInt64?]) {
        for (name, inode) in names { present[name] = inode }
        namings.append(Naming(number: number, names: names))
    }

    private mutating func syncNames(in folder: String, since number: Int) {
        let isCovered = { (naming: Naming) in
            naming.number < number && naming.names.keys.contains { Self.folder(of: $0) == folder }
        }
        for naming in namings where isCovered(naming) {
            for (name, inode) in naming.names { synced[name] = inode }
        }
        namings.removeAll(where: isCovered)
    }

    private func contents(_ names: [String: UInt64], _ bytes: (MediumFile) -> [UInt8]) -> [String: [UInt8]] {
        contents(names, of: files.mapValues(bytes))
    }

    private func contents(_ names: [String: UInt64], of bytes: [UInt64: [UInt8]]) -> [String: [UInt8]] {
        var all: [String: [UInt8]] = [:]
        for (name, inode) in names where !folders.contains(inode) {
            let folder = Self.folder(of: name)
            guard folder.isEmpty || names[folder] != nil else { continue }
            all[name] = bytes[inode] ?? []
        }
        return all
    }

    private static func folder(of name: String) -> String {
        String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)])
    }
}
