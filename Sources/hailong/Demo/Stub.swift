import ArgumentParser
struct SimulateCommand: AsyncParsableCommand {}
