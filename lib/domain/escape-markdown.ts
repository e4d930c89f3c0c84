/** A text as Markdown shows it letter by letter, in the cell of a table as well: no form, no link, no HTML, one line. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');
