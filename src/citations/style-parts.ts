/** Macros that built-in styles share, and the frame of a style. */

/** Types whose own title is set in italics, since they are published by themselves. */
const WHOLE =
  'book collection classic dataset document figure graphic legislation manuscript map motion_picture musical_score pamphlet performance periodical post regulation report software song speech standard thesis treaty webpage';
const CONTAINED = 'article-journal article-magazine article-newspaper review review-book';

const SHARED = `
<macro name="title">
  <choose>
    <if type="${WHOLE}" match="any"><text variable="title" font-style="italic"/></if>
    <else><text variable="title"/></else>
  </choose>
</macro>
<macro name="quoted-title">
  <choose>
    <if type="${WHOLE}" match="any"><text variable="title" font-style="italic"/></if>
    <else><text variable="title" quotes="true"/></else>
  </choose>
</macro>
<macro name="year">
  <choose>
    <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
    <else-if variable="status"><text variable="status"/></else-if>
    <else><text term="no date" form="short"/></else>
  </choose>
</macro>
<macro name="edition">
  <choose>
    <if is-numeric="edition">
      <group delimiter=" "><number variable="edition" form="ordinal"/><text term="edition" form="short"/></group>
    </if>
    <else><text variable="edition"/></else>
  </choose>
</macro>
<macro name="publisher">
  <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
</macro>
<macro name="address">
  <choose>
    <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
    <else><text variable="URL"/></else>
  </choose>
</macro>
<macro name="accessed">
  <choose>
    <if variable="DOI"/>
    <else-if variable="URL">
      <group delimiter=" ">
        <text term="accessed" text-case="capitalize-first"/>
        <date variable="accessed" form="text"/>
      </group>
    </else-if>
  </choose>
</macro>
<macro name="pages-with-label">
  <group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>
</macro>
<macro name="locator">
  <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
</macro>
<macro name="bare-locator">
  <choose>
    <if locator="page"><text variable="locator"/></if>
    <else><text macro="locator"/></else>
  </choose>
</macro>
<macro name="genre-or-number">
  <group delimiter=" ">
    <choose>
      <if type="thesis report" match="any"><text variable="genre" text-case="capitalize-first"/></if>
    </choose>
    <choose><if type="report standard patent" match="any"><text variable="number"/></if></choose>
  </group>
</macro>
<macro name="short-names">
  <names variable="author">
    <name form="short" and="text" et-al-min="3" et-al-use-first="1" delimiter-precedes-last="contextual"/>
    <substitute><names variable="editor"/><text macro="quoted-title"/></substitute>
  </names>
</macro>
<macro name="short-names-symbol">
  <names variable="author">
    <name form="short" and="symbol" et-al-min="3" et-al-use-first="1" delimiter-precedes-last="contextual"/>
    <substitute><names variable="editor"/><text macro="quoted-title"/></substitute>
  </names>
</macro>
<macro name="translator">
  <names variable="translator" delimiter=", "><label form="verb" suffix=" "/><name and="text"/></names>
</macro>`;

/** The parts that a built-in style defines. */
interface StyleSource {
  class?: 'in-text' | 'note';
  /** Attributes of `<style>`. */
  options?: string;
  macros: string;
  citation: string;
  bibliography: string;
}

/** Returns the text of a style in CSL. */
export function styleSource({
  class: kind = 'in-text',
  options = '',
  macros,
  citation,
  bibliography,
}: StyleSource): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="${kind}" ${options}>${SHARED}${macros}${citation}${bibliography}</style>`;
}

/** Returns a choice between what contains articles, what contains chapters and papers, and all else. */
export function byKind(articles: string, chapters: string, others: string): string {
  return `<choose>
    <if type="${CONTAINED}" match="any">${articles}</if>
    <else-if type="chapter paper-conference entry entry-dictionary entry-encyclopedia" match="any">${chapters}</else-if>
    <else-if variable="container-title">${articles}</else-if>
    <else>${others}</else>
  </choose>`;
}

/** Authors sorted by family name, editors and the title where there are none. */
export function authors(name: string, label: string): string {
  return `<macro name="authors">
    <names variable="author">
      <name ${name}/>
      <label form="short" ${label}/>
      <substitute><names variable="editor"/><names variable="translator"/><text macro="quoted-title"/></substitute>
    </names>
  </macro>`;
}

/** Sorts by authors, year and title. */
export const BY_AUTHOR = '<sort><key macro="authors"/><key variable="issued"/><key variable="title"/></sort>';
