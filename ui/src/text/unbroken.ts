/** The same words, their years and numbers whole on one line: a hyphen between figures is no place to break. */
export const unbroken = (text: string): string => text.replace(/(\d)-(?=\d)/g, '$1\u2011');
