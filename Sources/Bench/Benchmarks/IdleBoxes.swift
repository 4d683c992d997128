/// What boxes cost that are connected and not pressed.
struct IdleBoxes: Benchmark {
    static let name = "idle"
    /// Two heartbeats of each box.
    private static let duration = Duration.seconds(10)

    func run(in workshop: Workshop) async throws -> [ResultRow] {
        var rows: [ResultRow] = []
        for (boxes, mebibytes, percent) in [(200, 80.0, 1.0), (1000, 160.0, 3.0)] {
            let data = try await workshop.emptyCentre()
            let load = try Load(boxes: boxes, in: data.path + "/ports")
            let service = try workshop.serve(data)
            try load.connect()
            load.idle(for: .seconds(3))
            let before = try service.cpu()
            load.idle(for: Self.duration)
            let share = (try service.cpu() - before) / Self.duration * 100
            let (resident, own) = (try service.memory("Rss"), try service.memory("Pss"))
            service.stop()
            rows += [
                ResultRow(
                    what: "\(boxes) connected boxes, idle: resident",
                    measured: "\(Format.two(resident)) MiB (proportional \(Format.two(own)))",
                    target: "≤ \(Int(mebibytes)) MiB", isReached: resident <= mebibytes),
                ResultRow(
                    what: "\(boxes) connected boxes, idle: CPU",
                    measured: "\(Format.two(share)) % of a core", target: "≤ \(Int(percent)) %",
                    isReached: share <= percent),
            ]
        }
        return rows
    }
}
