/** Hands a text to the person as a file of the browser's downloads. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file's content by the time the click is done.
  setTimeout(() => URL.revokeObjectURL(url));
}
