/** What forms need beside the common style. */
export const FORM_STYLE = `
form{margin:1rem 0}
label,legend{display:block;margin:1rem 0 .25rem;font-weight:600}
fieldset{border:0;margin:0;padding:0}
input,select,textarea,button{font:inherit;color:inherit;width:100%;min-height:2.75rem;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--quiet);border-radius:2px}
.choice{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;margin:0;font-weight:400}
.choice input{width:1.5rem;min-height:1.5rem;flex:none}
button{margin-top:1.5rem;background:var(--accent);color:var(--paper);border-color:var(--accent);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.said{border-left:4px solid var(--accent);padding:.5rem 1rem}
.code{font:600 1.5rem/1.5 ui-monospace,Consolas,monospace;border:1px solid var(--ink);padding:1rem;text-align:center}
.words{white-space:pre-wrap}
`.replaceAll('\n', '');
