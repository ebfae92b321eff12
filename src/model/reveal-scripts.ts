/** reveal.js and its plugins, as the texts of their scripts. */
export interface RevealScripts {
  core: string;
  notes: string;
  search: string;
}
