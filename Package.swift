// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the house, bottom to top; docs/architecture.md says what lives in each. Nothing imports upwards.
let kiosk: Target.Dependency = .product(name: "KioskProtocol", package: "firmware-protocol")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nio: [Target.Dependency] = [
    .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
    nioCore, .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
    name: "hailong",
    // For the package in `fuzz` alone.
    products: [.library(name: "FuzzTargets", targets: ["FuzzTargets"])],
    dependencies: [
        .package(path: "firmware-protocol"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CUdev", pkgConfig: "libudev", providers: [.apt(["libudev-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "CHost"),
        .target(name: "Ratings"),
        .target(name: "Reports", dependencies: ["Ratings"]),
        .target(name: "Documents", dependencies: ["Ratings", "Reports", "CExpat", "CPango", "CXlsxWriter", "CZip"]),
        .target(name: "Workbooks", dependencies: ["Ratings", "CExpat", "CXlsxWriter", "CZip"]),
        .target(name: "Store", dependencies: ["Ratings", "CSodium", grdb, sqlite]),
        .target(name: "Intake", dependencies: ["Ratings", "Store", "CHost", logging, lifecycle]),
        .target(name: "Office", dependencies: ["Ratings", "Store", "Reports", "Workbooks"]),
        .target(name: "Sessions", dependencies: [kiosk]),
        .target(
            name: "Devices",
            dependencies: ["Ratings", "Sessions", "CHost", "CUdev", kiosk, logging, lifecycle] + nio),
        .target(
            name: "Upkeep", dependencies: ["Ratings", "Reports", "Store", "Devices", logging, lifecycle, "Yams"]),
        .target(name: "Control", dependencies: ["Ratings", "Office", nioCore]),
        .target(name: "Watching", dependencies: ["Ratings", "Reports", "CSystemd", logging, lifecycle]),
        .target(name: "Simulator", dependencies: [kiosk]),
        .executableTarget(
            name: "hailong",
            dependencies: [
                "Ratings", "Reports", "Documents", "Store", "Intake", "Office", "Devices", "Upkeep", "Watching",
                "Sessions", "Control", "Simulator", logging, lifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + nio),
        .executableTarget(
            name: "Bench",
            dependencies: ["Ratings", "Reports", "Documents", "Store", "Simulator", "CSodium", kiosk, sqlite]),
        .systemLibrary(name: "CUmockdev", pkgConfig: "umockdev-1.0", providers: [.apt(["libumockdev-dev"])]),
        .executableTarget(name: "UdevTestbed", dependencies: ["CUmockdev"], path: "Tests/UdevTestbed"),
        .target(name: "TestSupport", dependencies: ["Ratings", "CZip", logging], path: "Tests/TestSupport"),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Ratings", "Reports", "Store", "Office", "Sessions", "Devices", "Upkeep", "Control", "Simulator",
                "TestSupport", "Workbooks", kiosk, nioCore, .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            path: "Tests/FuzzTargets"),
        .testTarget(name: "RatingsTests", dependencies: ["Ratings"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports"], resources: [.copy("Fixtures")]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], resources: [.copy("Fixtures")]),
        .testTarget(
            name: "WorkbooksTests", dependencies: ["Workbooks", "TestSupport"], resources: [.copy("Fixtures")]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "TestSupport", grdb], resources: [.copy("Fixtures")]),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "TestSupport"]),
        .testTarget(name: "OfficeTests", dependencies: ["Office", "TestSupport"], resources: [.copy("Fixtures")]),
        .testTarget(
            name: "UpkeepTests",
            dependencies: ["Upkeep", "Store", "Devices", "Ratings", "TestSupport", logging, lifecycle]),
        .testTarget(name: "SessionsTests", dependencies: ["Sessions", kiosk]),
        .testTarget(
            name: "DevicesTests",
            dependencies: ["Devices", "Sessions", "Simulator", "TestSupport", kiosk, logging, lifecycle]),
        .testTarget(name: "WatchingTests", dependencies: ["Watching", "Ratings", logging, lifecycle]),
        .testTarget(name: "SimulatorTests", dependencies: ["Simulator", kiosk]),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "hailong", "UdevTestbed", "Ratings", "Documents", "Sessions", "Store", "Simulator", "TestSupport",
                kiosk, grdb,
            ],
            exclude: ["Fixtures"]),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
        .testTarget(name: "EndToEndTests", dependencies: ["Simulator"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [.treatAllWarnings(as: .error)]
}
