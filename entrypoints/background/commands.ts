import { browser } from 'wxt/browser';
import type { Intents } from './intents.ts';
import { openPanel } from './panel.ts';

/** The browser's own keys, whatever has the focus: each opens the panel and has it begin. */
export function setupCommands(intents: Pick<Intents, 'put'>): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const kind = kindOf(command);
    if (kind === undefined) return;
    // Opened before anything is awaited: browsers allow it only inside the key's own event.
    void openPanel(tab);
    if (tab?.id !== undefined) intents.put(tab.id, { kind }).catch(console.error);
  });
}

function kindOf(command: string): 'note' | 'task' | undefined {
  if (command === 'quick-note') return 'note';
  return command === 'quick-task' ? 'task' : undefined;
}
