import { Fragment, type ReactNode, useMemo } from 'react';
import styles from './RichText.module.css';
import { parseRichText } from './rich-text.ts';
import type { RichElement, RichNode } from './rich-text-builder.ts';
import type { RichTag } from './rich-text-tags.ts';

/** A body from HighLevel, HTML or plain text, as elements of an allow-list. Nothing in it can run, load or style. */
export function RichText({ html }: { readonly html: string }) {
  const text = useMemo(() => parseRichText(html), [html]);
  return (
    <div className={text.keepsLines ? `${styles.rich} ${styles.lines}` : styles.rich} dir="auto">
      {renderAll(text.children)}
    </div>
  );
}

function renderAll(nodes: readonly RichNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return node;
    // The tree is parsed once per body and never reordered: the place is the identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={index}>{renderElement(node)}</Fragment>;
  });
}

function renderElement(element: RichElement): ReactNode {
  switch (element.tag) {
    case 'br':
      return <br />;
    case 'ul':
    case 'ol':
      return <element.tag>{renderItems(element.children)}</element.tag>;
    case 'row':
      return <div className={styles.block}>{renderCells(element)}</div>;
    default:
      return renderPlain(element, element.tag, renderAll(element.children));
  }
}

/** Elements whose children are rendered as they are. */
function renderPlain(element: RichElement, tag: Exclude<RichTag, 'br' | 'ul' | 'ol' | 'row'>, children: ReactNode[]): ReactNode {
  switch (tag) {
    case 'a':
      return (
        <a href={element.href} target="_blank" rel="noreferrer noopener">
          {children}
        </a>
      );
    case 'p':
    case 'heading':
      if (children.length === 0) return null;
      if (element.hasBlock) return <div className={styles.block}>{children}</div>;
      return <p>{tag === 'heading' ? <strong>{children}</strong> : children}</p>;
    case 'li':
    case 'cell':
      return <div className={styles.block}>{children}</div>;
    default: {
      const Tag = tag;
      return <Tag>{children}</Tag>;
    }
  }
}

/** A list holds items only: what stands between them becomes one. */
function renderItems(nodes: readonly RichNode[]): ReactNode[] {
  return nodes
    .filter((node) => typeof node !== 'string' || node.trim() !== '')
    .map((node, index) => {
      const isItem = typeof node !== 'string' && node.tag === 'li';
      // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity, as above
      return <li key={index}>{renderAll(isItem ? node.children : [node])}</li>;
    });
}

/** A table's row reads as one line; cells that hold lines of their own (layout tables) stand under each other. */
function renderCells(row: RichElement): ReactNode[] {
  const cells = row.children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  if (row.hasBlock) return renderAll(cells);
  return cells.map((cell, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity, as above
    <Fragment key={index}>
      {index > 0 && ' · '}
      {renderAll(typeof cell !== 'string' && cell.tag === 'cell' ? cell.children : [cell])}
    </Fragment>
  ));
}
