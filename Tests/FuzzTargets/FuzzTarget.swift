/// What reads bytes that a person or a box made, and can be fed anything.
///
/// `make fuzz` lets libFuzzer choose the bytes; `FuzzTests` feeds the ones that are kept in `Tests/Fixtures/fuzz`.
public enum FuzzTarget: String, Sendable, CaseIterable {
    /// Frames and messages of the wire, both ways.
    case codec
    /// The host's half of a link, before a store that keeps what it is handed.
    case link
    /// The box's half of a link.
    case box
    /// Files of recorded sessions, and what is left out of them.
    case session
    /// Files of the directory, as `hailong import` takes them.
    case files
    /// Workbooks (.xlsx), and dossier statistics in them.
    case workbook
    /// Requests to a running service.
    case request
    /// A machine's settings, as `hailong.yaml` has them.
    case settings
    /// What comes over the command socket.
    case socket
    /// Lines that people and programs write: scripts, orders at a prompt, anchors.
    case lines

    /// Feeds it these bytes, and looks at what comes of them.
    /// - Throws: `Violation`; anything else that it throws is a fault as well.
    nonisolated(nonsending) public func run(_ bytes: [UInt8]) async throws {
        switch self {
        case .codec: try CodecTarget.run(bytes)
        case .link: try LinkTarget.run(bytes)
        case .box: try BoxTarget.run(bytes)
        case .session: try SessionTarget.run(bytes)
        case .files: try FilesTarget.run(bytes)
        case .workbook: try WorkbookTarget.run(bytes)
        case .request: try await RequestTarget.run(bytes)
        case .settings: try SettingsTarget.run(bytes)
        case .socket: try SocketTarget.run(bytes)
        case .lines: try LinesTarget.run(bytes)
        }
    }
}
