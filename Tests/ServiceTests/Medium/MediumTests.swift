import Testing

@Suite("What a medium holds after a power cut") struct MediumTests {
    private static func medium(_ events: [WitnessEvent]) -> Medium {
        var medium = Medium()
        for event in events { medium.take(event) }
        return medium
    }

    /// A file that is there for certain, with these bytes.
    private static func base(_ bytes: [UInt8]) -> [WitnessEvent] {
        [
            WitnessEvent(kind: .fileNamed, inode: 7, name: "a"), write(bytes[...], at: 0),
            WitnessEvent(kind: .syncBegan, inode: 7, offset: 1, name: "a"),
            WitnessEvent(kind: .syncEnded, inode: 7, offset: 1, name: "a"),
            WitnessEvent(kind: .folderSyncBegan, inode: 2, offset: 1),
            WitnessEvent(kind: .folderSyncEnded, inode: 2, offset: 1),
        ]
    }

    private static func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) -> WitnessEvent {
        WitnessEvent(kind: .write, inode: 7, offset: offset, name: "a", data: bytes)
    }

    private static func left(_ medium: Medium) -> Set<[String: [UInt8]]> {
        Set((0..<200).map { medium.afterPowerCut(seed: $0) })
    }

    @Test("what was synced is there, in a folder that was synced")
    func synced() {
        let medium = Self.medium(Self.base([1, 2, 3]))
        #expect(medium.certain == ["a": [1, 2, 3]])
        #expect(Self.left(medium) == [["a": [1, 2, 3]]])
    }

    @Test("what came after a sync began is not covered by it")
    func duringSync() {
        var events = Self.base([1])
        events += [
            WitnessEvent(kind: .syncBegan, inode: 7, offset: 1, name: "a"), Self.write([2], at: 0),
            WitnessEvent(kind: .syncEnded, inode: 7, offset: 1, name: "a"),
        ]
        let medium = Self.medium(events)
        #expect(medium.certain == ["a": [1]])
        #expect(medium.whole == ["a": [2]])
        #expect(Self.left(medium) == [["a": [1]], ["a": [2]]])
    }

    @Test("what one thread syncs is not covered by the sync of another that began before")
    func twoSyncs() {
        var events = Self.base([1])
        events += [
            WitnessEvent(kind: .syncBegan, inode: 7, offset: 1, name: "a"), Self.write([2], at: 0),
            WitnessEvent(kind: .syncBegan, inode: 7, offset: 2, name: "a"),
            WitnessEvent(kind: .syncEnded, inode: 7, offset: 1, name: "a"),
        ]
        #expect(Self.medium(events).certain == ["a": [1]])
        events.append(WitnessEvent(kind: .syncEnded, inode: 7, offset: 2, name: "a"))
        #expect(Self.medium(events).certain == ["a": [2]])
    }

    @Test("sectors arrive in any order, and the newest write may be torn anywhere")
    func reordered() {
        let old = [UInt8](repeating: 1, count: 1024)
        let first = Self.write([UInt8](repeating: 2, count: 1024)[...], at: 0)
        let medium = Self.medium(Self.base(old) + [first, Self.write([3], at: 1024)])
        let left = Set(
            Self.left(medium).compactMap { $0["a"] }.map { [$0[0], $0[512], $0.count > 1024 ? $0[1024] : 0] })
        #expect(
            left.isSuperset(of: [[1, 1, 0], [2, 1, 0], [1, 2, 0], [2, 2, 0], [2, 2, 3], [2, 1, 3], [1, 2, 3]]))
        let torn = Self.medium(Self.base(old) + [first])
        #expect(Self.left(torn).contains { $0["a"]?.firstIndex(of: 1).map { !$0.isMultiple(of: 512) } ?? false })
    }

    @Test("a truncation that was not synced may be undone")
    func truncated() {
        let cut = WitnessEvent(kind: .truncate, inode: 7, offset: 1, name: "a")
        #expect(Self.left(Self.medium(Self.base([1, 2]) + [cut])) == [["a": [1]], ["a": [1, 2]]])
    }

    @Test("what a failed sync was to cover stays off the medium until it is written again")
    func failedSync() {
        let sync = { (kind: WitnessEvent.Kind) in WitnessEvent(kind: kind, inode: 7, offset: 1, name: "a") }
        var events = Self.base([1])
        events += [Self.write([2], at: 0), sync(.syncBegan), sync(.syncFailed), sync(.syncBegan), sync(.syncEnded)]
        #expect(Self.medium(events).certain == ["a": [1]])
        events += [Self.write([2], at: 0), sync(.syncBegan), sync(.syncEnded)]
        #expect(Self.medium(events).certain == ["a": [2]])
    }

    @Test("a new name, a rename and a removal last once the folder is synced")
    func names() {
        let renamed = WitnessEvent(kind: .renamed, name: "a", data: Array("b".utf8)[...])
        let events = Self.base([1]) + [renamed]
        #expect(Self.left(Self.medium(events)) == [["a": [1]], ["b": [1]]])
        let synced = [
            WitnessEvent(kind: .folderSyncBegan, inode: 2, offset: 1),
            WitnessEvent(kind: .folderSyncEnded, inode: 2, offset: 1),
        ]
        #expect(Self.left(Self.medium(events + synced)) == [["b": [1]]])
        let removed = WitnessEvent(kind: .removed, name: "b")
        #expect(Self.left(Self.medium(events + synced + [removed])) == [["b": [1]], [:]])
    }

    @Test("what is in a folder is there only where the folder is")
    func folders() {
        let inside = WitnessEvent(kind: .fileNamed, inode: 8, name: "f/x")
        let made = WitnessEvent(kind: .folderNamed, inode: 3, name: "f")
        let synced = [
            WitnessEvent(kind: .folderSyncBegan, inode: 3, offset: 1, name: "f"),
            WitnessEvent(kind: .folderSyncEnded, inode: 3, offset: 1, name: "f"),
        ]
        #expect(Self.left(Self.medium([made, inside] + synced)) == [["f/x": []], [:]])
    }
}
