// swift-tools-version: 6.2
import PackageDescription

/// libFuzzer around all targets of Tests/FuzzTargets. `make fuzz` builds it with the sanitizers.
let package = Package(
    name: "hailong-fuzz",
    dependencies: [.package(name: "hailong", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", .product(name: "FuzzTargets", package: "hailong")],
            swiftSettings: [.treatAllWarnings(as: .error)]),
    ],
    swiftLanguageModes: [.v6]
)
