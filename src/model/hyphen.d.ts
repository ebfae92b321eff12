declare module 'hyphen/*' {
  const patterns: { hyphenateSync: (text: string, options: { minWordLength: number }) => string };
  export default patterns;
}
