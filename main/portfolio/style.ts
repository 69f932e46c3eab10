/** The look of the exported page: the product's own colours, light and dark, on fonts that every computer has. */
export const portfolioStyle = `
:root{color-scheme:light dark;--page:#fbfaf6;--text:#24201a;--soft:#69645d;--line:#e0ddd7;--accent:#2d5083}
@media (prefers-color-scheme:dark){:root{--page:#1b1917;--text:#e9e6e0;--soft:#999691;--line:#312f2c;--accent:#91b9ec}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:3rem 1.5rem 4rem;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{font-family:Georgia,serif;line-height:1.25;margin:0}
h1{font-size:2.25rem}
h2{font-size:1.375rem;margin:3rem 0 1rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}
h3{font-size:1.25rem}
h4{font-size:.875rem;margin:1.25rem 0 .25rem;color:var(--soft);font-weight:600}
p{margin:.5rem 0}
header p{font-size:1.125rem;color:var(--soft)}
article{padding-bottom:2rem;margin-bottom:2rem;border-bottom:1px solid var(--line)}
article:last-child{border:0;margin:0}
.facts,figcaption,footer{color:var(--soft);font-size:.875rem}
.result{font-size:1.125rem;font-weight:500}
.skills{display:flex;flex-wrap:wrap;gap:.375rem;padding:0;margin:.5rem 0;list-style:none}
.skills li{padding:.125rem .625rem;border:1px solid var(--line);border-radius:1rem;font-size:.875rem}
.skills span{color:var(--soft)}
figure{margin:1rem 0}
img{display:block;max-width:100%;border:1px solid var(--line);border-radius:6px}
a{color:var(--accent);text-underline-offset:3px;margin-inline-end:1rem}
@media print{body{max-width:none;padding:0}article{break-inside:avoid}}
`;
