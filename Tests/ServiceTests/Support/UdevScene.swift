import Foundation
import Ratings
import Simulator
import Store
import Testing

/// A testbed, boxes, and a service that knows no port by name.
final class UdevScene {
    let folder: TemporaryFolder
    let centre: Centre
    let udev: UdevTestbed
    let fleet: Fleet
    let service: RunningCommand

    init(
        boxes: Int, settings: String? = nil, pluggedBefore: [UdevTestbed.Adapter] = [],
        _ adjust: (inout FleetConfiguration) -> Void = { _ in }
    ) async throws {
        folder = try TemporaryFolder()
        centre = try Centre(in: folder.path)
        udev = try await UdevTestbed()
        var configuration = FleetConfiguration(boxes: boxes, directory: centre.ports)
        adjust(&configuration)
        fleet = try await Fleet.start(configuration)
        for (index, adapter) in pluggedBefore.enumerated() {
            try await udev.plug(adapter, to: Self.line(of: index + 1, fleet))
        }
        var options: [String] = []
        if let settings {
            try settings.write(toFile: folder.path + "/hailong.yaml", atomically: true, encoding: .utf8)
            options = ["--config", folder.path]
        }
        service = try await centre.serve(options, environment: udev.environment)
    }

    deinit { service.signal(SIGKILL) }

    /// Plugs an adapter in, with box `number` behind it.
    func plug(_ adapter: UdevTestbed.Adapter, box number: Int) async throws {
        try await udev.plug(adapter, to: try Self.line(of: number, fleet))
    }

    /// The tty of a box.
    private static func line(of number: Int, _ fleet: Fleet) throws -> String {
        let width = max(2, String(fleet.configuration.boxes).count)
        let name = "box-" + String(repeating: "0", count: width - String(number).count) + String(number)
        return try FileManager.default.destinationOfSymbolicLink(atPath: fleet.configuration.directory + "/" + name)
    }

    func waitUntilLinked(_ boxes: Int...) async throws {
        try await fleet.wait { all in boxes.allSatisfy { all[$0 - 1].isLinked } }
    }

    func waitUntilLeft(_ boxes: Int...) async throws {
        try await fleet.wait { all in boxes.allSatisfy { !all[$0 - 1].isHostPresent } }
    }

    /// The presses in the ledger, as box and sequence.
    func presses() throws -> [String] {
        var presses: [String] = []
        try centre.store().forEachPress { rated in
            let press = rated.press
            presses.append("\(press.key.device)/\(press.key.sequence)/\(press.input)")
        }
        return presses
    }

    func end() async throws {
        service.signal(SIGTERM)
        #expect(await service.exitStatus() == 0, "\(service.errorText)")
        await fleet.stop()
    }
}
