extension Guest {
    /// Where udev says that the adapter of a port is plugged in.
    func place(of port: String) async throws -> String {
        try await run("udevadm info -q property \(port) | grep ^ID_PATH=")
    }

    /// Whether the adapter of a port may be put to sleep: "auto" or "on".
    func powerControl(of port: String) async throws -> String {
        try await run("cat /sys$(udevadm info -q path \(port))/../../../../power/control")
    }

    /// The USB ports that the service has open.
    func openPorts() async throws -> [String] {
        try await run("ls -l /proc/$(pidof hailong)/fd | sed -n 's|.*-> \\(/dev/ttyUSB.*\\)|\\1|p' | sort -u")
            .split(separator: "\n").map(String.init)
    }
}
