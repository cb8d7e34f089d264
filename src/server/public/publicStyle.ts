/** An official document's calm, by day and by night, on paper and on a phone; small, for it travels with every page. */
export const PUBLIC_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--quiet:#595959;--rule:#d0d0d0;--paper:#fff;--accent:#8c1d18}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--quiet:#b0b0b0;--rule:#4a4a4a;--paper:#161616;--accent:#f0a5a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.75 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1.5rem min(1rem,4vw) 3rem}
h1{font-size:1.5rem;line-height:1.4;margin:.25rem 0 1rem}
h2{font-size:1.125rem;margin:2rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--accent);display:inline-block;padding:.625rem 0;min-height:2.75rem}
dl{display:grid;grid-template-columns:min(6rem,33vw) 1fr;margin:1rem 0;border-top:1px solid var(--rule)}
dt,dd{margin:0;padding:.5rem 0;border-bottom:1px solid var(--rule)}
dt,.quiet{color:var(--quiet)}
table{width:100%;border-collapse:collapse;margin:1.5rem 0 .5rem}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{padding:.5rem min(.5rem,2vw) .5rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th{color:var(--quiet);font-weight:600;white-space:nowrap}
td a{margin:-.375rem 0;padding:.5rem 1rem .5rem 0}
td:first-child,.points{font-variant-numeric:tabular-nums;white-space:nowrap}
.points{text-align:right;padding-right:min(1rem,4vw)}
.left{font-weight:600}
.mark{border:1px solid var(--accent);color:var(--accent);padding:.25rem .75rem;display:inline-block}
footer{margin-top:2rem;font-size:.9375rem}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#333;--paper:#fff}main{max-width:none;padding:0}tr{break-inside:avoid}}
`.replaceAll('\n', '');
