import Office
import Ratings

/// What a command asks of the running service: one JSON line over its Unix socket.
public enum ControlRequest: Codable, Hashable, Sendable {
    /// Do what a person decided.
    case office(OfficeRequest, who: String, isPreview: Bool)
    /// Tell the state of all ports, and what keeps the store from its work.
    case links
    /// Let a box blink.
    case blink(device: String, seconds: Int)
    /// Tell what goes over a port from now on, until the command hangs up.
    case record(port: String)
}

/// The service's answer: one JSON line.
public enum ControlReply: Codable, Hashable, Sendable {
    /// What came of a decision.
    case office(OfficeReply)
    /// The state of all ports, and what keeps the store from its work.
    case links([LinkState], StoreTrouble)
    /// Whether the box was reached.
    case reached(Bool)
    /// One thing that happened on the port, as a line of a session; more follow.
    case entry(String)
    /// The request was refused or failed; with the exit status it deserves.
    case failed(message: String, status: Int32)
}
