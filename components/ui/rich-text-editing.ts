import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor,
  DROP_COMMAND,
  type EditorThemeClasses,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import type { RichDoc } from './rich-text-doc.ts';
import { $inlineNodes, $nodesOf, $toDoc } from './rich-text-lexical.ts';
import { readRichDoc } from './rich-text-read.ts';

/** An editor that holds a document, not yet on screen. */
export function createRichEditor(doc: RichDoc, theme: EditorThemeClasses): LexicalEditor {
  const editor = createEditor({
    namespace: 'alongside',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    theme,
    onError: (error) => {
      throw error;
    },
  });
  editor.update(
    () => {
      const nodes = $nodesOf(doc);
      $getRoot().append(...(nodes.length === 0 ? [$createParagraphNode()] : nodes));
    },
    { discrete: true, tag: 'history-merge' },
  );
  return editor;
}

/** Lets a person write in it; `onChange` hears of every change of what it holds. Returns the function that ends that. */
export function startEditing(editor: LexicalEditor, onChange: (doc: RichDoc) => void): () => void {
  const stops = [
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
    ...readForeignContent(editor),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size > 0) onChange(editorState.read($toDoc));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * What comes from outside is read by our own reader and by no other: the library's would use the browser's parser, which
 * our pages are not allowed, and would take over more than notes may hold.
 */
function readForeignContent(editor: LexicalEditor): (() => void)[] {
  const take = (data: DataTransfer | null) => {
    if (data !== null) $insert(data.getData('text/html'), data.getData('text/plain'));
    return true;
  };
  return [
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        return take('clipboardData' in event ? event.clipboardData : null);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => typeof event !== 'string' && event.dataTransfer !== null && take(event.dataTransfer),
      COMMAND_PRIORITY_CRITICAL,
    ),
  ];
}

/** Puts pasted content in place of the selection: formatted if it comes so, else as lines of text. */
function $insert(html: string, text: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (html === '') {
    selection.insertRawText(text);
    return;
  }
  const { doc } = readRichDoc(html);
  const [only, ...others] = doc;
  // A few words go into the line they are pasted into.
  const isLine = others.length === 0 && only !== undefined && 'children' in only;
  selection.insertNodes(isLine ? $inlineNodes(only.children) : $nodesOf(doc));
}
