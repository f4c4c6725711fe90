import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $createTextNode, $findMatchingParent, $getSelection, $isRangeSelection, type LexicalEditor, type TextFormatType } from 'lexical';
import { useEffect, useState } from 'react';
import { safeHref } from './rich-text-tags.ts';

/** How the text at the cursor looks. */
export interface Look {
  readonly formats: readonly TextFormatType[];
  readonly list: 'bullet' | 'number' | undefined;
  /** The address of the link the cursor is in. */
  readonly href: string | undefined;
}

const PLAIN: Look = { formats: [], list: undefined, href: undefined };
const FORMATS: readonly TextFormatType[] = ['bold', 'italic', 'underline'];

/** Follows how the text at the cursor looks. */
export function useLook(editor: LexicalEditor): Look {
  const [look, setLook] = useState(PLAIN);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($look);
        setLook((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      }),
    [editor],
  );
  return look;
}

function $look(): Look {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return PLAIN;
  const anchor = selection.anchor.getNode();
  const list = $findMatchingParent(anchor, $isListNode);
  const type = $isListNode(list) ? list.getListType() : undefined;
  const link = $findMatchingParent(anchor, $isLinkNode);
  return {
    formats: FORMATS.filter((format) => selection.hasFormat(format)),
    list: type === 'check' ? undefined : type,
    href: $isLinkNode(link) ? link.getURL() : undefined,
  };
}

/** The address that a person typed for a link, when it is one: https, an e-mail address or a phone number. */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return safeHref(`mailto:${text}`);
  if (/^\+?[\d\s().-]{5,}$/.test(text)) return safeHref(`tel:${text.replace(/[^\d+]/g, '')}`);
  const href = safeHref(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);
  return href === undefined || href.startsWith('http:') || (href.startsWith('https:') && !/^https:\/\/[^/]*\./.test(href))
    ? undefined
    : href;
}

/** Makes what is selected a link, or writes the address where nothing is; `undefined` takes the link away. */
export function setLink(editor: LexicalEditor, href: string | undefined): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const isInLink = $look().href !== undefined;
    if (href !== undefined && selection.isCollapsed() && !isInLink) {
      selection.insertNodes([$createLinkNode(href).append($createTextNode(href.replace(/^(mailto|tel):/, '')))]);
    } else $toggleLink(href ?? null);
  });
  editor.focus();
}
