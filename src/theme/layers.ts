/** Names every cascade layer in its order. */
export const LAYERS = '@layer reset, reveal, tokens, root, tones, foreign, base, looks, theme, deck;';
