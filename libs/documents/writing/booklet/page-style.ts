/** Ink on paper, as the product's own pages: contrast over 7:1, nothing said by colour alone. */
export const PAGE_STYLE = `
:root{color-scheme:light}
body{margin:0 auto;max-width:62rem;padding:1.5rem;color:#1a1a1a;background:#fff;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem}
header{text-align:center;margin:2rem 0 2.5rem}h1{font-size:1.75rem;line-height:1.4}
h2{font-size:1.3rem;margin:2.5rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid #1f4e8c}
h3{font-size:1.1rem;margin:2rem 0 .75rem}
a{color:#1f4e8c}a:focus-visible,.wide:focus-visible{outline:3px solid #1f4e8c;outline-offset:2px}
nav ol{list-style:none;padding-left:1rem}nav>ol{padding-left:0}nav li{margin:.2rem 0}
p{text-indent:2em;margin:.5rem 0}header p{text-indent:0}
.wide{overflow-x:auto;margin:0 0 1rem}
table{width:100%;border-collapse:collapse;table-layout:auto;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #666;padding:.35rem .5rem;vertical-align:middle;min-width:2em}
th{background:#f2f4f7;font-weight:600}th.level{background:none;font-weight:400}.short{text-align:center}
@media(max-width:40rem){body{padding:1rem}table{min-width:40rem}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}nav,.skip{display:none}section section{break-before:page}.wide{overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}th{background:none}}
`.trim();
