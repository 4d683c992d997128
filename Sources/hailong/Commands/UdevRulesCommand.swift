import ArgumentParser
import Devices

/// `hailong udev-rules`: the rules file for the adapters that are boxes here.
struct UdevRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "udev-rules", abstract: "Prints udev's rules for the adapters that are boxes.",
        discussion: """
            A centre with adapters of its own in hailong.yaml makes its file so:
            hailong udev-rules > /etc/udev/rules.d/\(UdevRules.fileName) && udevadm control --reload && udevadm trigger
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        Output.text(UdevRules.text(for: try common.settings().adapters ?? AdapterRule.known))
    }
}
