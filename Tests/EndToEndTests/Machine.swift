import Foundation

/// A QEMU, and what can be plugged into it.
actor Machine {
    /// Where to plug what: a port of the machine, "2" for one, or of a hub in it, "4.1".
    typealias Socket = String

    private let process: Process
    /// QEMU ends when this does: also when the test process dies.
    private let lifeline: FileHandle
    private let folder: String
    private let monitor: Lines
    /// What was said to be gone, and nobody asked for yet.
    private var gone: Set<String> = []

    /// The command port inside of the guest.
    nonisolated let shell: Lines

    /// Boots the image of `make e2e` for a suite; `options` are the kernel's.
    init(image: Image, suite: String, options: [String]) async throws {
        folder = NSTemporaryDirectory() + "hailong-e2e-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let pipe = Pipe()
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let script = "\"$@\" & qemu=$!; cat > /dev/null; kill -9 $qemu; wait"
        process.arguments = ["-c", script, "sh"] + Self.command(image, suite, options, folder)
        process.standardInput = pipe
        lifeline = pipe.fileHandleForWriting
        _ = fcntl(lifeline.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        do {
            monitor = try await Self.connect(folder + "/monitor")
            shell = try await Self.connect(folder + "/shell")
        } catch {
            try? lifeline.close()
            throw error
        }
        try await order("qmp_capabilities")
    }

    /// Ends QEMU.
    func end() {
        try? lifeline.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Plugs in an FTDI adapter with this serial number, behind which `line` (the path of a tty) is.
    func plugAdapter(_ name: String, serial: String, line: String, at socket: Socket? = nil) async throws {
        let tty = URL(fileURLWithPath: line).resolvingSymlinksInPath().path
        try await order(
            "chardev-add", ["id": "line-\(name)", "backend": ["type": "serial", "data": ["device": tty]]])
        try await plug(name, "usb-serial", at: socket, ["serial": serial, "chardev": "line-\(name)"])
    }

    /// Pulls an adapter; the box behind it sees its line go dead.
    func pullAdapter(_ name: String) async throws {
        try await pull(name)
        try await releaseLine(name)
    }

    /// Lets go of the line of an adapter that went with its hub.
    func releaseLine(_ name: String) async throws { try await order("chardev-remove", ["id": "line-\(name)"]) }

    /// Plugs in a USB device of QEMU's.
    func plug(_ name: String, _ driver: String, at socket: Socket? = nil, _ more: [String: String] = [:]) async throws {
        var device = ["driver": driver, "id": name, "bus": "xhci.0"].merging(more) { $1 }
        device["port"] = socket
        try await order("device_add", device)
        // What went with its hub was said to be gone, and nobody asked.
        gone.remove(name)
    }

    /// Pulls a USB device, and waits until it is out.
    func pull(_ name: String) async throws {
        try await order("device_del", ["id": name])
        while gone.remove(name) == nil { note(try await heard()) }
    }

    /// Strikes a key of the keyboard.
    func strike(_ key: String) async throws {
        try await order("send-key", ["keys": [["type": "qcode", "data": key]]])
    }

    private func order(_ command: String, _ arguments: [String: Any] = [:]) async throws {
        let words: [String: Any] = ["execute": command, "arguments": arguments]
        let data = try JSONSerialization.data(withJSONObject: words)
        try monitor.say(String(decoding: data, as: UTF8.self))
        while true {
            let answer = try await heard()
            if answer["return"] != nil { return }
            if let error = answer["error"] { throw EndToEndFailure("QEMU refuses \(words): \(error)") }
            note(answer)
        }
    }

    private func note(_ event: [String: Any]) {
        guard event["event"] as? String == "DEVICE_DELETED", let data = event["data"] as? [String: Any] else { return }
        if let name = data["device"] as? String { gone.insert(name) }
    }

    private func heard() async throws -> [String: Any] {
        for await line in monitor.heard {
            return try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        throw EndToEndFailure("QEMU has ended, or the test's time is over")
    }

    private static func command(
        _ image: Image, _ suite: String, _ options: [String], _ folder: String
    ) -> [String] {
        let kernel: [String] =
            [
                "console=ttyS0", "rdinit=/sbin/init", "panic=-1", "loglevel=4", "nokaslr", "mitigations=off",
                "no_timer_check", "tsc=reliable", "random.trust_cpu=on",
            ] + options
        return [
            "qemu-system-x86_64", "-machine", "q35,usb=off", "-accel", "tcg", "-cpu", "max", "-smp", "1",
            "-m", "512", "-nodefaults", "-display", "none", "-no-reboot", "-device", "qemu-xhci,id=xhci",
            "-kernel", image.kernel, "-initrd", image.system, "-append", kernel.joined(separator: " "),
            "-chardev", "file,id=console,path=\(image.console(of: suite))", "-serial", "chardev:console",
            "-chardev", "socket,id=shell,path=\(folder)/shell,server=on,wait=off", "-serial", "chardev:shell",
            "-qmp", "unix:\(folder)/monitor,server=on,wait=off",
        ]
    }

    private static func connect(_ path: String) async throws -> Lines {
        // QEMU makes its sockets a moment after it was started, and there is no event to wait for.
        for _ in 0..<300 {
            if let lines = Lines(path: path) { return lines }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw EndToEndFailure("QEMU does not start: is qemu-system-x86 installed (make e2e)?")
    }
}
