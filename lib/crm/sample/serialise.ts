import type { AttributeScrubber } from './attributes.ts';
import { innerDocument } from './inner-document.ts';
import type { TextScrubber } from './text.ts';

/** Left out with all they hold: scripts, styles, media, what is never shown. */
const DROPPED = new Set(
  'script,style,link,meta,base,noscript,template,svg,img,picture,source,video,audio,track,canvas,object,embed,map,math,head'.split(','),
);
const VOID = new Set('area,br,col,hr,input,wbr,param'.split(','));

interface Scrubbers {
  readonly text: TextScrubber;
  readonly attributes: AttributeScrubber;
  /** What a frame's address may be written as. */
  readonly frameAddress: (frame: Document) => string;
}

export interface Writer {
  /** Writes what the node holds, shadow roots and frames of the same origin included. */
  contents(node: Node): void;
  /** The markup written so far, and whether something was left out because of the size. */
  end(): { readonly html: string; readonly isCut: boolean };
}

/** Writes markup of at most about `maxLength` characters; what is too much is left out, and every element is still closed. */
export function createWriter({ text, attributes, frameAddress }: Scrubbers, maxLength: number): Writer {
  const parts: string[] = [];
  let length = 0;
  let isCut = false;

  function write(part: string): void {
    parts.push(part);
    length += part.length;
  }

  function contents(node: Node): void {
    for (const child of node.childNodes) {
      if (length > maxLength) {
        isCut = true;
        return;
      }
      if (child.nodeType === 3) write(escapeText(text.text(spaced(child.nodeValue ?? ''))));
      else if (child.nodeType === 1) element(child as Element); // nodeType 1 is an element
    }
  }

  function element(element: Element): void {
    const name = element.localName;
    if (DROPPED.has(name) || /[^a-z0-9_-]/.test(name)) return;
    const tag = attributes.tag(name);
    write(`<${tag}${attributeText(element)}>`);
    if (VOID.has(name)) return;
    inside(element, name);
    write(`</${tag}>`);
    if (name === 'iframe' || name === 'frame') frame(element as HTMLIFrameElement); // both have a contentDocument
  }

  function inside(element: Element, name: string): void {
    if (element.shadowRoot) {
      write('<template shadowrootmode="open">');
      contents(element.shadowRoot);
      write('</template>');
    }
    if (name === 'textarea') write(escapeText(text.text((element as HTMLTextAreaElement).value)));
    else if (name !== 'iframe') contents(element);
  }

  function attributeText(element: Element): string {
    const pairs = [...attributes.of(element), ...inputValue(element, text), ...visibilityOf(element)];
    return pairs.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  }

  /** A parser reads nothing inside `iframe`, so what the frame shows stands after it. */
  function frame(element: HTMLIFrameElement): void {
    const inner = innerDocument(element);
    write(`<template data-sample-frame="${inner ? escapeAttribute(frameAddress(inner)) : 'another origin'}">`);
    if (inner?.body) contents(inner.body);
    write('</template>');
  }

  return { contents, end: () => ({ html: parts.join(''), isCut }) };
}

/** What a field holds now; passwords and the like are not even counted. */
function inputValue(element: Element, { text }: TextScrubber): readonly (readonly [string, string])[] {
  if (element.localName !== 'input') return [];
  const { value, type } = element as HTMLInputElement; // by its name
  return value === '' || /^(?:password|file|hidden)$/.test(type) ? [] : [['value', text(value)]];
}

/** A fixture has no style sheets, so what they hide is written beside the element. */
function visibilityOf(element: Element): readonly (readonly [string, string])[] {
  const view = element.ownerDocument.defaultView;
  if (!view) return [];
  const { display, visibility } = view.getComputedStyle(element);
  if (display === 'none') return [['style', 'display: none']];
  const parent = element.parentElement;
  const inherited = parent ? view.getComputedStyle(parent).visibility : 'visible';
  return visibility === inherited || visibility === '' ? [] : [['style', `visibility: ${visibility}`]];
}

const spaced = (text: string) => text.replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '));
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;');
