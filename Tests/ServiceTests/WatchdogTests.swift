import Foundation
import GRDB
import Simulator
import Testing

@Suite("The service under a service manager", .serialized, .timeLimit(.minutes(2)))
struct WatchdogTests {
    @Test("it tells that it is ready, how it fares, that it works, and that it stops")
    func life() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        #expect(try await centre.importSocTrang().status == 0)
        let manager = try NotifySocket(folder.path + "/notify")
        let boxes = try await centre.simulate("--boxes", "2")
        let service = try await centre.serve(manager.environment)
        // Something may be said of the status before, but no sign of life.
        var first: [String] = []
        while first.first?.hasPrefix("STATUS=") ?? true { first = try #require(await manager.next(within: 20)) }
        #expect(first == ["READY=1", "WATCHDOG=1"])
        #expect(try await boxes.press(1, button: 1))
        #expect(try await boxes.press(2, button: 1))
        let status = try #require(await manager.line("STATUS=2/17 thiết bị kết nối", containing: "2 lượt hôm nay"))
        #expect(status.contains("15 không cắm ("))
        #expect(status.contains("2 lượt hôm nay, lượt cuối "))
        for _ in 0..<5 { #expect(await manager.line("WATCHDOG=1") != nil) }
        service.signal(SIGTERM)
        #expect(await manager.line("STOPPING=1") != nil)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        boxes.signal(SIGTERM)
        #expect(await boxes.exitStatus() == 0)
    }

    @Test("no sign of life while the disk hangs, and again once it came back; the press is there once")
    func hungDisk() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let (library, stuck) = (try Preload.stuckDisk.get(), folder.path + "/stuck")
        let manager = try NotifySocket(folder.path + "/notify")
        let boxes = try await centre.simulate("--boxes", "1")
        let service = try await centre.serve(
            manager.environment.merging(["LD_PRELOAD": library, "STUCK_DISK": stuck]) { $1 })
        #expect(try await boxes.press(1, button: 1))
        #expect(await manager.line("WATCHDOG=1") != nil)
        #expect(FileManager.default.createFile(atPath: stuck, contents: nil))
        try boxes.type("press 1 2")
        // Signs under way, then none: ten intervals without one. What still comes is the status.
        var silence = 0.0
        let deadline = ContinuousClock.now.advanced(by: .seconds(20))
        while silence < 1, ContinuousClock.now < deadline {
            let began = ContinuousClock.now
            let lines = await manager.next(within: 1)
            let passed = began.duration(to: .now) / .seconds(1)
            silence = lines?.contains("WATCHDOG=1") ?? false ? 0 : silence + passed
        }
        #expect(silence >= 1)
        try FileManager.default.removeItem(atPath: stuck)
        #expect(await manager.line("WATCHDOG=1") != nil)
        try boxes.type("wait")
        #expect(await boxes.waitForLine("receipted"))
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0, "\(process.errorText)")
        }
        var inputs: [String] = []
        try centre.store().forEachPress { inputs.append($0.press.input) }
        #expect(inputs == ["1", "2"])
    }

    @Test("a store that answers with an error is told, and gives signs of life: a restart would not help")
    func lockedStore() async throws {
        let folder = try TemporaryFolder()
        let centre = try Centre(in: folder.path)
        let manager = try NotifySocket(folder.path + "/notify")
        let boxes = try await centre.simulate("--boxes", "1")
        let service = try await centre.serve(manager.environment)
        #expect(try await boxes.press(1, button: 1))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let intruder = try DatabaseQueue(path: centre.data + "/hailong.sqlite", configuration: configuration)
        try await intruder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        try boxes.type("press 1 2")
        #expect(await manager.line("STATUS=KHÔNG GHI ĐƯỢC DỮ LIỆU") != nil)
        for _ in 0..<3 { #expect(await manager.line("WATCHDOG=1") != nil) }
        try await intruder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try intruder.close()
        try boxes.type("wait")
        #expect(await boxes.waitForLine("receipted"))
        #expect(await manager.line("STATUS=1/1 thiết bị kết nối", containing: "2 lượt hôm nay") != nil)
        for process in [boxes, service] {
            process.signal(SIGTERM)
            #expect(await process.exitStatus() == 0, "\(process.errorText)")
        }
    }
}
