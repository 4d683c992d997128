// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "firmware-protocol",
    products: [
        .library(name: "KioskProtocol", targets: ["KioskProtocol"])
    ],
    targets: [
        .target(name: "KioskProtocol"),
        .testTarget(name: "KioskProtocolTests", dependencies: ["KioskProtocol"]),
    ],
    swiftLanguageModes: [.v6]
)
