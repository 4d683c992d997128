import CUdev
import Foundation

/// udev's view of serial adapters. Not for more than one thread at a time, as libudev has it.
final class Udev {
    private let context: OpaquePointer

    init?() {
        guard let context = udev_new() else { return nil }
        self.context = context
    }

    deinit { udev_unref(context) }

    /// All serial ports on USB that there are now.
    func ports() -> [PortTable.Found] {
        usbPorts { device, syspath, path, adapter in
            let initialized = Self.property(device, "USEC_INITIALIZED") ?? ""
            return PortTable.Found(
                port: Port(path: path, adapter: adapter), incarnation: "\(syspath) \(initialized)")
        }
    }

    /// The same ports, with what udev's rules have made of them.
    func serialAdapters() -> [SerialAdapter] {
        usbPorts { device, _, path, adapter in
            let usb = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device")
            return SerialAdapter(
                port: path, adapter: adapter, usbFolder: usb.flatMap { Self.text(udev_device_get_syspath($0)) },
                isIgnoredByModemManager: Self.property(device, "ID_MM_PORT_IGNORE") == "1"
                    || Self.property(device, "ID_MM_DEVICE_IGNORE") == "1")
        }
    }

    private func usbPorts<Element>(
        _ element: (_ device: OpaquePointer, _ syspath: String, _ path: String, Adapter) -> Element
    ) -> [Element] {
        guard let list = udev_enumerate_new(context) else { return [] }
        defer { udev_enumerate_unref(list) }
        udev_enumerate_add_match_subsystem(list, "tty")
        udev_enumerate_scan_devices(list)
        var found: [Element] = []
        var entry = udev_enumerate_get_list_entry(list)
        while let current = entry {
            entry = udev_list_entry_get_next(current)
            // Consoles and ptys have nothing behind them, and there are many.
            guard let syspath = Self.text(udev_list_entry_get_name(current)), !syspath.contains("/devices/virtual/"),
                let device = udev_device_new_from_syspath(context, syspath)
            else { continue }
            defer { udev_device_unref(device) }
            guard let path = Self.text(udev_device_get_devnode(device)), let adapter = Self.adapter(device) else {
                continue
            }
            found.append(element(device, syspath, path, adapter))
        }
        return found
    }

    /// The USB adapter behind the tty at `path`; nil where there is none.
    func adapter(at path: String) -> Adapter? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR,
            let device = udev_device_new_from_devnum(context, CChar(bitPattern: UInt8(ascii: "c")), status.st_rdev)
        else { return nil }
        defer { udev_device_unref(device) }
        return Self.adapter(device)
    }

    /// Starts to listen to what udev says once it has worked a device through; nil where it cannot be heard.
    func monitor() -> UdevMonitor? {
        guard let monitor = udev_monitor_new_from_netlink(context, "udev") else { return nil }
        guard udev_monitor_filter_add_match_subsystem_devtype(monitor, "tty", nil) >= 0,
            udev_monitor_enable_receiving(monitor) >= 0
        else {
            udev_monitor_unref(monitor)
            return nil
        }
        return UdevMonitor(monitor, of: self)
    }

    /// udev's properties first; where udev has none (its links and rules have changed before), the kernel's own. Texts
    /// come from the kernel: udev writes them in another way, and its rules compare with the kernel's.
    private static func adapter(_ device: OpaquePointer) -> Adapter? {
        let usb = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device")
        let interface = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_interface")
        guard let vendor = property(device, "ID_VENDOR_ID") ?? attribute(usb, "idVendor"),
            let product = property(device, "ID_MODEL_ID") ?? attribute(usb, "idProduct")
        else { return nil }
        return Adapter(
            vendor: vendor.lowercased(), product: product.lowercased(),
            serial: attribute(usb, "serial") ?? property(device, "ID_SERIAL_SHORT"),
            model: attribute(usb, "product") ?? property(device, "ID_MODEL"),
            interface: property(device, "ID_USB_INTERFACE_NUM") ?? attribute(interface, "bInterfaceNumber"),
            driver: property(device, "ID_USB_DRIVER") ?? interface.flatMap { text(udev_device_get_driver($0)) },
            place: property(device, "ID_PATH") ?? usb.flatMap { text(udev_device_get_sysname($0)) })
    }

    private static func property(_ device: OpaquePointer, _ name: String) -> String? {
        text(udev_device_get_property_value(device, name))
    }

    private static func attribute(_ device: OpaquePointer?, _ name: String) -> String? {
        device.flatMap { text(udev_device_get_sysattr_value($0, name)) }
    }

    /// Bytes that are no UTF-8 are replaced, never believed.
    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        let text = String(cString: pointer)
        return text.isEmpty ? nil : text
    }
}

/// What udev says, as it says it.
final class UdevMonitor {
    /// Ready to be read when something was said.
    let descriptor: Int32
    private let monitor: OpaquePointer
    /// Its context has to outlive it.
    private let udev: Udev

    fileprivate init(_ monitor: OpaquePointer, of udev: Udev) {
        self.monitor = monitor
        self.udev = udev
        descriptor = udev_monitor_get_fd(monitor)
        // A hub with everything on it says a lot at once; refused without the right to it, and then the default does.
        udev_monitor_set_receive_buffer_size(monitor, 4 << 20)
    }

    deinit { udev_monitor_unref(monitor) }

    /// The ports of all devices that were said to be added; also reads away what was lost by overflow.
    func added() -> Set<String> {
        var paths: Set<String> = []
        // Bounded: whoever shouts without end does not keep us from looking.
        for _ in 0..<4096 {
            guard let device = udev_monitor_receive_device(monitor) else { break }
            defer { udev_device_unref(device) }
            guard let action = udev_device_get_action(device), let node = udev_device_get_devnode(device) else {
                continue
            }
            if String(cString: action) != "remove" { paths.insert(String(cString: node)) }
        }
        return paths
    }
}
