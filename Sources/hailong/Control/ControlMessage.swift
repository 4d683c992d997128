import Office
import Ratings

/// What a command asks of the running service: one JSON line over its Unix socket.
enum ControlRequest: Codable, Sendable {
    /// Do what a person decided.
    case office(OfficeRequest, who: String, isPreview: Bool)
    /// Tell the state of all ports.
    case links
}

/// The service's answer: one JSON line.
enum ControlReply: Codable, Sendable {
    case office(OfficeReply)
    case links([LinkState])
    /// The request was refused or failed; with the exit status it deserves.
    case failed(message: String, status: Int32)
}
