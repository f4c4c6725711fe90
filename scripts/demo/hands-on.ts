import type { BrowserContext } from '@playwright/test';

const TRY = `
The panel on the right is the extension; HighLevel and Salesforce are local. Try:
  - Tick a task. It is held for six seconds: press "Undo", or "Send now" and then "Allow writing".
  - Add a tag or a note; it is on its way when the line at the bottom says so.
  - Edit a task, and type "fri 3pm" or "in 2 days" as its due date. Run the macro "No answer", and take it back.
  - Press Edit in Salesforce, change the phone and save: a strip in the panel says that a field differs.
  - Press ? in the panel for its keys. Look at Timeline, My tasks and Find.
  - Click Daniel Okafor or another name in Salesforce: the panel follows.
  - Select some text on the page, right click, Alongside: "Save as note".
  - Open the Contacts list: Noel Marsh is not in HighLevel, Ruth Adeyemi shares her phone with somebody.
Close the window or press Ctrl+C to end.`;

/** Leaves the browser to the person until its last window is closed. */
export async function handOver(context: BrowserContext): Promise<void> {
  console.log(TRY);
  await new Promise<void>((resolve) => {
    context.once('close', () => resolve());
    // A browser that is killed, or loses its display, closes nothing any more.
    context.browser()?.once('disconnected', () => resolve());
    // On macOS the browser stays when its last window goes.
    const onClosed = () => {
      if (context.pages().length === 0) resolve();
    };
    for (const page of context.pages()) page.on('close', onClosed);
    context.on('page', (page) => page.on('close', onClosed));
  });
}
