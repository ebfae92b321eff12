import { byKind, styleSource } from './style-parts.ts';

/** Authors as they sign, editors and nothing where there are none: the title follows. */
function plainAuthors(name: string, etAl = ''): string {
  return `<macro name="authors">
    <names variable="author"><name ${name}/><et-al ${etAl}/><label form="short" prefix=", "/><substitute><names variable="editor"/></substitute></names>
  </macro>
  <macro name="editors">
    <names variable="editor"><name ${name}/><et-al ${etAl}/><label form="short" prefix=", "/></names>
  </macro>`;
}

/** Numbers in brackets in the manner of the Institute of Electrical and Electronics Engineers. */
export function ieee(): string {
  return styleSource({
    options: 'demote-non-dropping-particle="sort-only"',
    macros: `${plainAuthors('and="text" initialize-with=". " et-al-min="7" et-al-use-first="1"', 'font-style="italic"')}
<macro name="volume-and-issue">
  <group delimiter=", ">
    <group delimiter=" "><label variable="volume" form="short"/><text variable="volume"/></group>
    <group delimiter=" "><label variable="issue" form="short"/><text variable="issue"/></group>
  </group>
</macro>
<macro name="details">
  ${byKind(
    `<group delimiter=", ">
      <text variable="container-title" font-style="italic"/>
      <text macro="volume-and-issue"/>
      <text macro="pages-with-label"/>
      <date variable="issued"><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>
    </group>`,
    `<group delimiter=", ">
      <group delimiter=" "><text term="in"/><text variable="container-title" font-style="italic"/></group>
      <text macro="edition"/>
      <text macro="editors"/>
      <text macro="publisher"/>
      <text macro="year"/>
      <text macro="pages-with-label"/>
    </group>`,
    `<group delimiter=", ">
      <text macro="edition"/>
      <text macro="genre-or-number"/>
      <text macro="publisher"/>
      <text macro="year"/>
    </group>`,
  )}
</macro>`,
    citation: `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort><layout delimiter=", ">
      <group prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/><text macro="locator"/></group>
    </layout></citation>`,
    bibliography: `<bibliography second-field-align="flush"><layout>
      <text variable="citation-number" prefix="[" suffix="]"/>
      <group delimiter=" ">
        <group delimiter=", " suffix=".">
          <text macro="authors"/>
          <text macro="quoted-title"/>
          <text macro="details"/>
        </group>
        <text macro="accessed" suffix="."/>
        <text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}

/** Numbers in the manner of the International Committee of Medical Journal Editors. */
export function vancouver(): string {
  return styleSource({
    options: 'page-range-format="minimal" initialize-with-hyphen="false" demote-non-dropping-particle="sort-only"',
    macros: `${plainAuthors('initialize-with="" name-as-sort-order="all" sort-separator=" " et-al-min="7" et-al-use-first="6"')}
<macro name="details">
  ${byKind(
    `<group delimiter=". ">
      <text variable="container-title" form="short"/>
      <group delimiter=":">
        <group delimiter=";">
          <text macro="year"/>
          <group><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>
        </group>
        <text variable="page"/>
      </group>
    </group>`,
    `<group delimiter=". ">
      <group delimiter=": ">
        <text term="in" text-case="capitalize-first"/>
        <group delimiter=". "><text macro="editors"/><text variable="container-title"/></group>
      </group>
      <text macro="edition"/>
      <group delimiter="; "><text macro="publisher"/><text macro="year"/></group>
      <text macro="pages-with-label"/>
    </group>`,
    `<group delimiter=". ">
      <text macro="edition"/>
      <group delimiter="; "><text macro="publisher"/><text macro="year"/></group>
      <text macro="genre-or-number"/>
    </group>`,
  )}
</macro>`,
    citation: `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort><layout prefix="(" suffix=")" delimiter=", ">
      <group delimiter=" "><text variable="citation-number"/><text macro="locator"/></group>
    </layout></citation>`,
    bibliography: `<bibliography second-field-align="flush"><layout>
      <text variable="citation-number" suffix="."/>
      <group delimiter=". " suffix=".">
        <text macro="authors"/>
        <text variable="title"/>
        <text macro="details"/>
        <text macro="accessed"/>
        <text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}

/** Returns a style with raised numbers in the manner of the journal Nature. */
export function nature(): string {
  return styleSource({
    options: 'page-range-format="expanded" demote-non-dropping-particle="sort-only"',
    macros: `${plainAuthors('and="symbol" delimiter-precedes-last="never" initialize-with=". " name-as-sort-order="all" et-al-min="6" et-al-use-first="1"', 'font-style="italic"')}
<macro name="details">
  ${byKind(
    `<group delimiter=" " prefix=". ">
      <group delimiter=", ">
        <group delimiter=" ">
          <text variable="container-title" form="short" font-style="italic"/>
          <text variable="volume" font-weight="bold"/>
        </group>
        <text variable="page"/>
      </group>
      <text macro="year" prefix="(" suffix=")"/>
    </group>`,
    `<group delimiter=" " prefix=". ">
      <text term="in" text-case="capitalize-first"/>
      <text variable="container-title" font-style="italic"/>
      <text macro="editors" prefix="(" suffix=")"/>
      <text variable="page"/>
      <group prefix="(" suffix=")" delimiter=", "><text variable="publisher"/><text macro="year"/></group>
    </group>`,
    `<group prefix=" (" suffix=")" delimiter=", ">
      <text macro="edition"/>
      <text macro="genre-or-number"/>
      <text variable="publisher"/>
      <text macro="year"/>
    </group>`,
  )}
</macro>`,
    citation: `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort><layout vertical-align="sup" delimiter=",">
      <group delimiter=" "><text variable="citation-number"/><text macro="locator"/></group>
    </layout></citation>`,
    bibliography: `<bibliography second-field-align="flush"><layout>
      <text variable="citation-number" suffix="."/>
      <group delimiter=" ">
        <group suffix="."><group delimiter=". "><text macro="authors"/><text macro="title"/></group><text macro="details"/></group>
        <text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}
