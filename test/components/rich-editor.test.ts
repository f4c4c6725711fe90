// @vitest-environment jsdom
import fc from 'fast-check';
import { $getRoot, $isElementNode, type LexicalEditor, PASTE_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { RichDoc } from '@/components/ui/rich-text-doc.ts';
import { createRichEditor, startEditing } from '@/components/ui/rich-text-editing.ts';
import { $toDoc } from '@/components/ui/rich-text-lexical.ts';
import { readRichDoc } from '@/components/ui/rich-text-read.ts';
import { writeRichDoc } from '@/components/ui/rich-text-write.ts';
import { richDoc } from './rich-doc-arbitrary.ts';
import { payloads } from './xss-payloads.ts';

function open(doc: RichDoc): LexicalEditor {
  const editor = createRichEditor(doc, {});
  startEditing(editor, () => undefined);
  return editor;
}

const held = (editor: LexicalEditor) => editor.getEditorState().read($toDoc);
const htmlIn = (editor: LexicalEditor) => writeRichDoc(held(editor));

function paste(editor: LexicalEditor, data: Record<string, string>): void {
  editor.update(() => void $getRoot().selectEnd(), { discrete: true });
  const event = { clipboardData: { getData: (type: string) => data[type] ?? '' }, preventDefault: () => undefined };
  // jsdom has no clipboard events; the editor needs these two of one.
  editor.update(() => void editor.dispatchCommand(PASTE_COMMAND, event as never), { discrete: true });
}

describe('the editor', () => {
  it('holds any document exactly as it was read', () => {
    fc.assert(
      fc.property(richDoc, (doc) => {
        const isEmpty = doc.length === 1 && writeRichDoc(doc) === '<p><br></p>';
        expect(held(open(doc))).toEqual(isEmpty ? [] : doc);
      }),
      { numRuns: 500 },
    );
  });

  it('tells what it holds after a change, with the blanks that HTML would drop', () => {
    const editor = createRichEditor(readRichDoc('<p>One</p>').doc, {});
    const told: string[] = [];
    const stop = startEditing(editor, (doc) => told.push(writeRichDoc(doc)));
    editor.update(() => $getRoot().selectEnd().insertText('  two '), { discrete: true });
    expect(told.at(-1)).toBe('<p>One &nbsp;two&nbsp;</p>');
    stop();
  });

  it('takes the allowed formatting out of what is pasted', () => {
    const editor = open(readRichDoc('<p>Before&nbsp;</p>').doc);
    paste(editor, { 'text/html': '<meta charset="utf-8"><span style="color:red">a <b>bold</b> word</span><img src="x" onerror="x()">' });
    expect(htmlIn(editor)).toBe('<p>Before&nbsp;a <strong>bold</strong> word</p>');
    paste(editor, { 'text/html': '<ul><li>One</li><li>Two</li></ul>' });
    expect(htmlIn(editor)).toContain('<li>Two</li></ul>');
    paste(editor, { 'text/plain': 'plain <b>\nlines' });
    expect(htmlIn(editor)).toContain('plain &lt;b&gt;');
  });

  it('holds nothing of what is hostile, read or pasted', () => {
    for (const payload of payloads.slice(0, 100)) {
      const editor = open(readRichDoc(payload).doc);
      paste(editor, { 'text/html': payload });
      const types = editor.getEditorState().read(() => typesUnder($getRoot().getChildren()));
      expect(['paragraph', 'heading', 'quote', 'list', 'listitem', 'text', 'linebreak', 'link', 'tab']).toEqual(
        expect.arrayContaining(types),
      );
      expect(htmlIn(editor)).not.toMatch(/href="(?!https?:|mailto:|tel:)/);
    }
  });
});

function typesUnder(nodes: readonly { getType(): string }[]): string[] {
  return [
    ...new Set(
      nodes.flatMap((node) => [
        node.getType(),
        ...($isElementNode(node as never) ? typesUnder((node as never as { getChildren(): [] }).getChildren()) : []),
      ]),
    ),
  ];
}
