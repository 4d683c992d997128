/// How papers look in a browser and on its print: the sizes of Nghị định 30/2020.
enum HTMLStyle {
    private static let margins =
        "\(Int(Sheet.Margin.top))mm \(Int(Sheet.Margin.right))mm \(Int(Sheet.Margin.bottom))mm \(Int(Sheet.Margin.left))mm"

    /// The style sheet. Only the greys of a heat map are printed as backgrounds.
    static let sheet = """
        @page { size: A4 portrait; margin: \(margins); @top-center { content: counter(page); font: 13pt serif } }
        @page :first { @top-center { content: none } }
        @page portrait { size: A4 portrait }
        @page landscape { size: A4 landscape }
        * { box-sizing: border-box; margin: 0 }
        body { background: #fff; color: #000; font: 13pt/1.25 "Times New Roman", Tinos, "Liberation Serif", serif }
        section { margin: 0 auto; padding: \(margins) }
        section.portrait { page: portrait; max-width: 210mm }
        section.landscape { page: landscape; max-width: 297mm }
        section + section { break-before: page }
        .draft { display: table; margin: 0 0 4mm auto; padding: 0 1.5mm; border: 0.5pt solid; font-weight: bold }
        header { display: grid; grid-template-columns: 41fr 59fr; text-align: center; font-size: 12pt; margin-bottom: 6mm }
        header div:nth-child(n+3) { margin-top: 2mm; font-size: 13pt }
        .issuer, .nation, .motto { font-weight: bold }
        .motto { font-size: 13pt; width: max-content; margin: 0 auto; border-bottom: 0.5pt solid }
        .issuer::after { content: ""; display: block; width: 28%; margin: 0.5mm auto 0; border-bottom: 0.5pt solid }
        .date { font-style: italic }
        h1, h2 { text-align: center; text-wrap: balance; break-after: avoid }
        h1 { font-size: 14pt }
        h2 { font-size: 13pt; margin-top: 1mm }
        .addressee { font-size: 14pt; text-align: center; margin: 6mm 0 }
        .attachment { text-align: center; text-wrap: balance; break-after: avoid; margin-top: 1mm }
        .attachment { font-style: italic }
        hr { width: 30%; margin: 1mm auto; border: 0; border-top: 0.5pt solid #000 }
        .body { font-size: 14pt; margin-top: 3mm; text-indent: 12.7mm; break-after: avoid }
        h5.body { font-weight: normal }
        .text { font-size: 14pt; margin-top: 6pt; text-align: justify; text-indent: 12.7mm }
        table { width: 100%; margin-top: 4mm; border-collapse: collapse; font-size: 12pt; line-height: 1.15 }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        tr.sum { break-before: avoid; font-weight: bold }
        th, td { border: 0.5pt solid #000; padding: 2pt 3pt; overflow-wrap: break-word }
        thead th { text-align: center }
        tbody th { font-weight: inherit }
        .left { text-align: left }
        .centre { text-align: center }
        .right { text-align: right; font-variant-numeric: tabular-nums }
        .map td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
        aside { margin-top: 3mm; font-size: 10pt }
        .in { margin-left: 4mm }
        footer { display: grid; grid-template-columns: 1fr 1fr; margin-top: 6mm; break-inside: avoid; break-before: avoid }
        .recipients { font-size: 11pt }
        .heading { font-size: 12pt; font-weight: bold; font-style: italic }
        .signature { text-align: center; font-size: 14pt; font-weight: bold }
        .signer { margin-top: 26mm }
        @media screen {
          body { background: #eee }
          section { background: #fff; margin: 4mm auto }
        }
        @media print {
          section { padding: 0 0.5pt; max-width: none }
        }
        """
}
