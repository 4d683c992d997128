import ArgumentParser
import Control
import Devices
import Foundation
import Intake
import NIOCore
import Ratings
import Store
import Upkeep

/// `hailong doctor`: what is wrong with this machine, and the command that mends it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says what is wrong with ports, boxes, clock, disk and database, and how to mend it.",
        discussion: "Changes nothing. Sees everything only as root. Exit status 1 if anything is wrong.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: "Prints JSON, in both languages.")
    var json = false

    @Flag(name: .long, help: "Speaks English.")
    var english = false

    @Option(name: .long, help: .hidden)
    var root: String?

    func run() async throws {
        let (folder, settings) = (try common.folder(), try common.settings())
        let probe = MachineProbe(
            files: HostFiles(root: root ?? ""), folder: folder, rules: settings.adapters ?? AdapterRule.known,
            ports: settings.ports ?? [], backups: settings.backups(in: folder), clock: SystemClock()
        ) { await Self.links(at: folder.socket) }
        var facts = await probe.look()
        // A made folder has no clock of its own to be judged by.
        if root != nil { facts.clock.isSynchronized = nil }
        let findings = Doctor.findings(facts, at: SystemClock().read().wall)
        let options = [("--data-dir", common.dataDir), ("--config", common.config)].flatMap { name, value in
            value.map { [name, $0] } ?? []
        }
        if json {
            Output.text(try JSONText.of(DoctorReport(findings, zone: facts.zone, options: options)))
        } else {
            let page = DoctorText(english ? .english : .vietnamese, zone: facts.zone, options: options)
            for line in page.lines(findings) { Output.line(line) }
        }
        if findings.contains(where: \.isProblem) { throw CommandFailure.refused(nil) }
    }

    /// Asks the service; one that does not answer is given up.
    private static func links(at socket: String) async -> ServiceFacts.Answer {
        await withTaskGroup(of: ServiceFacts.Answer?.self) { race in
            race.addTask {
                do {
                    switch try await ControlClient.ask(.links, at: socket) {
                    case .links(let links, let trouble): return .links(links, stuck: [], trouble)
                    case nil: return .nobody
                    case .some: return .broken(reason: "it answers another question")
                    }
                } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM {
                    return .forbidden
                } catch let failure as CommandFailure {
                    return .broken(reason: failure.message ?? "it refuses")
                } catch {
                    return .broken(reason: "\(error)")
                }
            }
            race.addTask {
                try? await Task.sleep(for: .seconds(3))
                return nil
            }
            let first = await race.next() ?? nil
            race.cancelAll()
            return first ?? .broken(reason: "no answer within 3 s")
        }
    }
}
