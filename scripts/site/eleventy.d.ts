/** The parts of Eleventy that the site uses; it has no types of its own. */
declare module '@11ty/eleventy' {
  interface TemplateData {
    page: { inputPath: string };
  }

  export interface UserConfig {
    ignores: Set<string>;
    setQuietMode: (isQuiet: boolean) => void;
    setUseGitIgnore: (isUsed: boolean) => void;
    setTemplateFormats: (formats: string[]) => void;
    addTemplate: (path: string, content: (data: TemplateData) => string, data: Record<string, unknown>) => void;
    addExtension: (
      extension: string,
      options: {
        outputFileExtension: string;
        compile: (content: string, inputPath: string) => () => Promise<string>;
        compileOptions: { permalink: (content: unknown, inputPath: string) => () => string };
      },
    ) => void;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; configPath?: string; config: (config: UserConfig) => void },
    );

    write(): Promise<unknown>;
    watch(): Promise<unknown>;
    serve(port: number): Promise<unknown>;
    init(): Promise<unknown>;
  }
}
