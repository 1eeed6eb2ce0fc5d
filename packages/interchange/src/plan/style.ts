/** The look of the drawing: line weights in millimetres, as pens have them. */
export const STYLE = `
svg{background:#fff}
text{font-family:Inter,"Helvetica Neue",Arial,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#2b2a28}
path,rect{fill:none;stroke-linejoin:round;stroke-linecap:round}
.floor{fill:#fbfaf7;stroke:none}
.floor.wet{fill:#f1f5f6}
.wall{stroke-width:.1;stroke-linejoin:miter}
.wall.partition{fill:#5b5853;stroke:#5b5853}
.wall.load-bearing{fill:#1f1e1c;stroke:#1f1e1c}
.strip{stroke:#1f1e1c;stroke-linecap:butt;stroke-linejoin:miter}
.hole{fill:#fff;stroke:none}
.jamb{stroke:#2b2a28;stroke-width:.25;stroke-linecap:butt}
.sill{stroke:#2b2a28;stroke-width:.2;stroke-linecap:butt}
.glass{stroke:#5d8aa8;stroke-width:.2;stroke-linecap:butt}
.leaf{stroke:#2b2a28;stroke-width:.45}
.swing{stroke:#8d8a84;stroke-width:.15}
.passage{stroke:#8d8a84;stroke-width:.15;stroke-dasharray:1 .7}
.item .outline{stroke:#3a3834;stroke-width:.22}
.item .detail{stroke:#8a867e;stroke-width:.13}
.item .dashed{stroke:#8a867e;stroke-width:.15;stroke-dasharray:.9 .6}
.label text{paint-order:stroke;stroke:#fff;stroke-opacity:.85;stroke-width:.9;stroke-linejoin:round}
.name{font-weight:600}
.detail-text{fill:#6b6862}
.dimension,.tick{stroke:#8d8a84;stroke-width:.15}
.tick{stroke:#2b2a28;stroke-width:.3}
.measure{fill:#55524d;font-variant-numeric:tabular-nums}
.title{font-weight:600}
.rule{stroke:#d9d5cc;stroke-width:.25}
.bar{stroke:#2b2a28;stroke-width:.2}
.bar.ink{fill:#2b2a28}
.bar.paper{fill:#fff}
`.trim()
