/// One thing that is measured beside its bound.
protocol Benchmark: Sendable {
    init()
    /// By which it is chosen on the command line.
    static var name: String { get }
    /// Measures it.
    func run(in workshop: Workshop) async throws -> [ResultRow]
}
