/** Settings of presentations for PowerPoint. */
export interface PptxSettings {
  /** Path of a `.potx` or `.pptx` whose masters, layouts, colours and fonts slides get. */
  template: string | undefined;
}
