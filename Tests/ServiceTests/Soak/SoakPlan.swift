import Simulator

/// What a round is made of: known from the seed and the number of the round alone.
struct SoakPlan {
    let seed: UInt64
    let round: Int
    /// Boxes that tell the truth, from 1 on.
    let boxes: Int
    /// Boxes after them that are wrong for good.
    let quirks: [Int: Quirk]
    let pressesPerSecond: Double
    let presses: Int
    let ring: RingSize
    let keepsRingWithoutPower: Bool
    let faults: Faults
    /// What befalls the service is drawn from here.
    let chance: SplitMix64

    init(seed: UInt64, round: Int) {
        var chance = SplitMix64(seed: seed, UInt64(round))
        func draw<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &chance)] }
        self.seed = seed
        self.round = round
        boxes = draw([18, 24, 40])
        var wrong: [Quirk] = [.stuck, .silent, .babble, .wrongVersion, .greeter, .impostor, .contradict]
        wrong.shuffle(using: &chance)
        wrong.removeLast(Int.random(in: 2...wrong.count, using: &chance))
        let first = boxes + 1
        quirks = Dictionary(uniqueKeysWithValues: wrong.enumerated().map { (first + $0, $1) })
        pressesPerSecond = draw([2, 5, 9, 14])
        presses = Int(Double(boxes) * pressesPerSecond * .random(in: 8...20, using: &chance))
        ring = draw([.sixteen, .sixtyFour, .twoHundredFiftySix, .thousandTwentyFour])
        keepsRingWithoutPower = draw([true, false])
        var faults = Faults()
        faults.noise = draw([0, 0.000_2, 0.001])
        faults.split = draw([0, 0.2])
        faults.drop = draw([0, 0.000_2, 0.001])
        faults.repetition = draw([0, 0.05, 0.2])
        faults.unplugEvery = draw([nil, .seconds(15), .seconds(40)])
        faults.resetEvery = draw([nil, .seconds(10), .seconds(30)])
        faults.coldEvery = draw([nil, .seconds(30), .seconds(90)])
        faults.offline = draw([0, 0.1, 0.3])
        faults.offlineFor = .seconds(3)
        self.faults = faults
        self.chance = chance
    }

    /// The fleet that this plan asks for.
    func fleet(ports: String, log: String) -> FleetConfiguration {
        var configuration = FleetConfiguration(
            boxes: boxes + quirks.count, directory: ports, seed: seed ^ chanceOfFleet)
        configuration.faults = faults
        configuration.quirks = quirks
        configuration.logPath = log
        configuration.ring = ring
        configuration.keepsRingWithoutPower = keepsRingWithoutPower
        configuration.pressesPerSecond = pressesPerSecond
        configuration.pressLimit = presses
        return configuration
    }

    /// UIDs of boxes that do not tell the truth about what was pressed.
    var liars: Set<String> { Set(quirks.filter { $0.value == .contradict }.map { Fleet.uid($0.key) }) }

    /// Every round has its own faults.
    private var chanceOfFleet: UInt64 { UInt64(round) &* 0x9E37_79B9_7F4A_7C15 }
}
