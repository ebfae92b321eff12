import { defaultSchema, type Schema } from 'hast-util-sanitize';

const SVG_ELEMENTS = [
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'defs',
  'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker', 'symbol', 'use', 'title', 'desc',
];

const SVG_ATTRIBUTES = [
  'xmlns', 'viewBox', 'preserveAspectRatio', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'dx', 'dy',
  'points', 'pathLength', 'transform', 'fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeWidth', 'strokeOpacity',
  'strokeLineCap', 'strokeLineJoin', 'strokeDashArray', 'strokeDashOffset', 'strokeMiterLimit', 'opacity', 'clipPath', 'clipRule',
  'mask', 'markerStart', 'markerMid', 'markerEnd', 'markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY', 'orient',
  'offset', 'stopColor', 'stopOpacity', 'gradientUnits', 'gradientTransform', 'patternUnits', 'patternTransform', 'textAnchor',
  'dominantBaseline', 'alignmentBaseline', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'width',
  'height', 'vectorEffect', 'paintOrder', 'color', 'href',
];

const HTML_ELEMENTS = [
  'abbr', 'address', 'article', 'aside', 'audio', 'bdi', 'bdo', 'caption', 'cite', 'col', 'colgroup', 'data', 'dfn',
  'figcaption', 'figure', 'footer', 'header', 'main', 'mark', 'nav', 'small', 'source', 'time', 'track', 'u', 'video', 'wbr',
];

/**
 * What raw HTML may hold in a deck with `html: safe`: text, tables, media and SVG drawings, with `class`, `id`,
 * `style` and `data-*`; no scripts, event handlers, frames, forms or style sheets.
 */
export const safeSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...HTML_ELEMENTS, ...SVG_ELEMENTS],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []),
      ...['className', 'id', 'style', 'data*', 'dir', 'lang', 'title', 'role', 'hidden', 'tabIndex', 'translate'],
    ],
    // A bare name allows every value; the defaults narrow these to a few classes.
    a: ['href', 'target', 'rel', 'download', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    code: [],
    h2: [],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    section: [],
    ul: [],
    audio: ['src', 'controls', 'loop', 'muted', 'autoPlay', 'preload'],
    source: ['src', 'type', 'srcSet', 'media'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    video: ['src', 'poster', 'controls', 'loop', 'muted', 'autoPlay', 'playsInline', 'preload', 'width', 'height'],
    time: ['dateTime'],
    data: ['value'],
    col: ['span', 'width'],
    colgroup: ['span', 'width'],
    ...Object.fromEntries(SVG_ELEMENTS.map((name) => [name, SVG_ATTRIBUTES])),
  },
  protocols: {},
  ancestors: {},
  clobber: [],
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'noscript', 'template'],
};
