"""How the page of a document looks: on a light and a dark screen, and on paper of the size A4."""

STYLE = """
:root{--ink:#1f2328;--grey:#656d76;--light:#d8dde3;--paper:#fff;--panel:#f6f8fa;--accent:#1f77b4;
--second:#d62728;--third:#23895b;--fourth:#8250b8;--fifth:#9a6700;--sixth:#0f7f8a;--ideal:#23895b;--filled:#1f77b4}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e7eb;--grey:#9aa4af;--light:#3a4149;
--paper:#16191d;--panel:#20252b;--accent:#58a6e8;--second:#ff7b72;--third:#56c28c;--fourth:#c297f2;
--fifth:#d9a83a;--sixth:#4fc1cc;--ideal:#56c28c;--filled:#2f81c7}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{font:16px/1.5 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;color:var(--ink);
background:var(--paper);max-width:70rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;line-height:1.3;margin:2.25rem 0 .6rem;padding-top:.75rem;
border-top:1px solid var(--light)}
p,main ul{margin:.4rem 0;max-width:52rem;overflow-wrap:anywhere}
main ul{padding-left:1.2rem}
.below,figcaption,caption{color:var(--grey)}
.below{margin:0}
a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:1rem 0 0;padding:0}
.headline{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem;margin:.25rem 0 .5rem}
.headline strong{font-size:2.6rem;line-height:1.1;font-weight:600;font-variant-numeric:tabular-nums}
.headline span{color:var(--grey)}
.table{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;font-size:.92rem}
caption{text-align:left;padding:.25rem 0;max-width:52rem}
td,th{padding:.28rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--light)}
th{font-weight:500}
.long{overflow-wrap:anywhere;min-width:12rem}
thead th{color:var(--grey);background:var(--panel);border-bottom-width:2px;vertical-align:bottom}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number{white-space:nowrap}
.figures{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:flex-start;margin:1rem 0}
figure{flex:0 1 auto;min-width:0;margin:0}
figure svg{display:block;width:100%;height:auto}
figcaption{font-size:.9rem;max-width:52rem;margin-top:.35rem}
pre{background:var(--panel);border:1px solid var(--light);border-radius:4px;padding:.6rem .8rem;
white-space:pre-wrap;overflow-wrap:anywhere;font-size:.88rem;margin:.6rem 0}
.fill-ink{fill:var(--ink)}.fill-grey{fill:var(--grey)}.fill-light{fill:var(--light)}
.fill-paper{fill:var(--paper)}.fill-filled{fill:var(--filled)}.fill-first{fill:var(--accent)}.fill-second{fill:var(--second)}
.stroke-ink{stroke:var(--ink)}.stroke-grey{stroke:var(--grey)}.stroke-light{stroke:var(--light)}
.stroke-ideal{stroke:var(--ideal)}.stroke-first{stroke:var(--accent)}.stroke-second{stroke:var(--second)}
.stroke-third{stroke:var(--third)}.stroke-fourth{stroke:var(--fourth)}.stroke-fifth{stroke:var(--fifth)}
.stroke-sixth{stroke:var(--sixth)}
@page{size:A4;margin:16mm 15mm}
@media print{
:root{--ink:#000;--grey:#444;--light:#bbb;--panel:#fff;--paper:#fff}
html{font-size:10pt}
body{font-size:1rem;max-width:none;padding:0}
nav{display:none}.long{min-width:7rem}
a{color:inherit;text-decoration:none}
h1{font-size:17pt}h2{font-size:12.5pt;break-after:avoid}
.headline strong{font-size:24pt}
table{font-size:8.5pt}.table{overflow:visible}
td,th{padding:.12rem .4rem}
thead{display:table-header-group}.figures{gap:.3rem 1rem}
figure:not(:only-child){max-width:calc(50% - .5rem)}
tr,figure,pre,.headline{break-inside:avoid}
figure svg{max-height:235mm}
p{orphans:2;widows:2}
svg,.headline,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
