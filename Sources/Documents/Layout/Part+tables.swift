import Reports

extension Paper.Part {
    /// The tables in it, heat maps among them.
    var tables: [PaperTable] {
        blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .heatMap(let map): map.table
            default: nil
            }
        }
    }
}
