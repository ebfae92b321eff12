/** A template that cannot be used. Its message ends “acme.potx cannot be used: …”. */
export class TemplateFault extends Error {}
