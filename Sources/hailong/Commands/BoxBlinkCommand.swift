import ArgumentParser
import Intake
import Office
import Store

/// `hailong box blink`: so that a technician finds the box.
struct BoxBlinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "blink", abstract: "Lets a connected box blink.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "UID or label of the box, or code of its counter.") var box: String
    @Option(name: .customLong("for"), help: "How long, up to 255s.") var length = TimeSpan(seconds: 10)

    func validate() throws {
        guard (1...255).contains(length.duration.components.seconds) else {
            throw ValidationError("--for takes 1s to 255s.")
        }
    }

    func run() async throws {
        let folder = try common.folder()
        let directory = try Store(reading: folder).directory
        let uid = try BoxFinder(directory, at: SystemClock().read().wall).uid(box)
        let name = directory.boxes[uid]?.label ?? uid
        let seconds = Int(length.duration.components.seconds)
        switch try await ControlClient.ask(.blink(device: uid, seconds: seconds), at: folder.socket) {
        case .reached(true): Output.line("Thiết bị \(name) nhấp nháy trong \(seconds) giây.")
        case nil:
            throw CommandFailure.refused(
                "Dịch vụ không chạy nên không gọi được thiết bị. Hãy chạy dịch vụ rồi thử lại.")
        default:
            throw CommandFailure.refused(
                "Thiết bị \(name) hiện không kết nối. Xem cáp và nguồn, rồi 'hailong devices'.")
        }
    }
}
