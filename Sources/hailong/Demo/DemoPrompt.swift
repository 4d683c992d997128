import Foundation
import Ratings
import Simulator

/// The live part of the demo: what boxes do is shown, and buttons are pressed from a prompt, until Ctrl-C.
struct DemoPrompt {
    let demo: Demo

    func run() async {
        demo.clock.letRun()
        Output.error(
            "17 boxes are live. Type 'press BOX BUTTON' (press 3 1), 'unplug 3', 'plug 3', 'table', or Ctrl-C to end.")
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await show() }
            group.addTask { await obey() }
            await group.next()
            group.cancelAll()
        }
    }

    private func show() async {
        for await event in demo.fleet.events() {
            switch event.what {
            case .pressed(_, let sequence, let button, _):
                Output.line("box \(event.box): button \(button) pressed, number \(sequence)")
            case .receipted(_, let below): Output.line("box \(event.box): stored, all below \(below)")
            case .cable(let isPlugged): Output.line("box \(event.box): \(isPlugged ? "plugged in" : "unplugged")")
            case .dropped: Output.line("box \(event.box): its memory is full")
            default: continue
            }
        }
    }

    /// Reads lines on a thread of its own, since a terminal cannot be awaited.
    private func obey() async {
        let lines = AsyncStream<String> { continuation in
            let thread = Thread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
            thread.start()
        }
        for await line in lines { obey(line) }
    }

    private func obey(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        let box = words.dropFirst().first.flatMap { Int($0) }.flatMap { (1...demo.month.boxes).contains($0) ? $0 : nil }
        switch (words.first, box) {
        case ("press", .some(let box)):
            guard words.count == 3, let button = Int(words[2]), (1...5).contains(button) else {
                return Output.error("press BOX BUTTON, the button from 1 to 5")
            }
            demo.fleet.press(box, button: button)
        case ("unplug", .some(let box)): demo.fleet.unplug(box)
        case ("plug", .some(let box)): demo.fleet.plug(box)
        case ("table", _):
            do {
                let day = demo.month.zone.day(of: demo.clock.read().wall)
                Output.text(try DemoTables.text(of: day, demo))
            } catch {
                Output.error("\(error)")
            }
        case (nil, _): break
        default: Output.error("press BOX BUTTON, unplug BOX, plug BOX, table; boxes from 1 to \(demo.month.boxes)")
        }
    }
}
