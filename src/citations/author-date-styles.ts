import { authors, BY_AUTHOR, byKind, styleSource } from './style-parts.ts';

/** How citations of the same authors and year are distinguished. */
export const TELL_APART =
  'disambiguate-add-year-suffix="true" disambiguate-add-names="true" disambiguate-add-givenname="true" collapse="year"';

const APA_MACROS = `${authors('and="symbol" delimiter-precedes-last="always" initialize-with=". " name-as-sort-order="all" et-al-min="21" et-al-use-first="19" et-al-use-last="true"', 'prefix=" (" suffix=")" text-case="capitalize-first"')}
<macro name="editors">
  <names variable="editor"><name and="symbol" initialize-with=". "/><label form="short" prefix=" (" suffix=")" text-case="capitalize-first"/></names>
</macro>
<macro name="date">
  <group prefix="(" suffix=")">
    <choose>
      <if type="webpage post post-weblog article-newspaper article-magazine speech" match="any">
        <choose>
          <if variable="issued">
            <group delimiter=", ">
              <text macro="year"/>
              <date variable="issued"><date-part name="month" suffix=" "/><date-part name="day"/></date>
            </group>
          </if>
          <else><text macro="year"/></else>
        </choose>
      </if>
      <else><text macro="year"/></else>
    </choose>
  </group>
</macro>
<macro name="details">
  ${byKind(
    `<group delimiter=", ">
      <text variable="container-title" font-style="italic"/>
      <group><text variable="volume" font-style="italic"/><text variable="issue" prefix="(" suffix=")"/></group>
      <text variable="page"/>
    </group>`,
    `<group delimiter=". ">
      <group delimiter=" ">
        <text term="in" text-case="capitalize-first"/>
        <group delimiter=", "><text macro="editors"/><text variable="container-title" font-style="italic"/></group>
        <group prefix="(" suffix=")" delimiter=", "><text macro="edition"/><text macro="pages-with-label"/></group>
      </group>
      <text variable="publisher"/>
    </group>`,
    `<text variable="publisher"/>`,
  )}
</macro>
<macro name="title-and-more">
  <group delimiter=" ">
    <text macro="title"/>
    <choose>
      <if type="chapter paper-conference" match="none">
        <group prefix="(" suffix=")" delimiter=", "><text macro="edition"/><text macro="genre-or-number"/></group>
      </if>
    </choose>
  </group>
</macro>`;

/** Authors and year in the manner of the American Psychological Association, 7th edition. */
export function apa(): string {
  return styleSource({
    options: 'page-range-format="expanded" demote-non-dropping-particle="sort-only"',
    macros: APA_MACROS,
    citation: `<citation ${TELL_APART}>${BY_AUTHOR}<layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", "><text macro="short-names-symbol"/><text macro="year"/><text macro="locator"/></group>
    </layout></citation>`,
    bibliography: `<bibliography hanging-indent="true">${BY_AUTHOR}<layout>
      <group delimiter=" ">
        <group delimiter=". " suffix=".">
          <group delimiter=" "><text macro="authors"/><text macro="date"/></group>
          <text macro="title-and-more"/>
          <text macro="details"/>
        </group>
        <text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}

/** Authors and year in the manner that many British universities ask for. */
export function harvard(): string {
  return styleSource({
    options: 'page-range-format="expanded" demote-non-dropping-particle="sort-only"',
    macros: `${authors('and="text" delimiter-precedes-last="never" initialize-with="." name-as-sort-order="all" et-al-min="4" et-al-use-first="1"', 'prefix=" (" suffix=")"')}
<macro name="editors">
  <names variable="editor"><name and="text" initialize-with="." name-as-sort-order="all"/><label form="short" prefix=" (" suffix=")"/></names>
</macro>
<macro name="details">
  ${byKind(
    `<group delimiter=", ">
      <text variable="container-title" font-style="italic"/>
      <group><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>
      <text macro="pages-with-label"/>
    </group>`,
    `<group delimiter=". ">
      <group delimiter=" ">
        <text term="in"/><text macro="editors"/><text variable="container-title" font-style="italic"/>
      </group>
      <text macro="edition"/>
      <group delimiter=", "><text macro="publisher"/><text macro="pages-with-label"/></group>
    </group>`,
    `<group delimiter=". "><text macro="edition"/><text macro="genre-or-number"/><text macro="publisher"/></group>`,
  )}
</macro>
<macro name="title-and-details">
  ${byKind(
    '<group delimiter=", "><text variable="title" quotes="true"/><text macro="details"/></group>',
    '<group delimiter=", "><text variable="title" quotes="true"/><text macro="details"/></group>',
    '<group delimiter=". "><text macro="title"/><text macro="details"/></group>',
  )}
</macro>
<macro name="online">
  <group delimiter=" ">
    <group delimiter=": "><text term="available at" text-case="capitalize-first"/><text macro="address"/></group>
    <text macro="accessed" prefix="(" suffix=")"/>
  </group>
</macro>`,
    citation: `<citation ${TELL_APART}>${BY_AUTHOR}<layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", "><text macro="short-names"/><text macro="year"/><text macro="locator"/></group>
    </layout></citation>`,
    bibliography: `<bibliography hanging-indent="true">${BY_AUTHOR}<layout suffix=".">
      <group delimiter=". ">
        <group delimiter=" "><text macro="authors"/><text macro="year" prefix="(" suffix=")"/><text macro="title-and-details"/></group>
        <choose><if variable="DOI URL" match="any"><text macro="online"/></if></choose>
      </group>
    </layout></bibliography>`,
  });
}

/** Authors and pages in the manner of the Modern Language Association, 9th edition. */
export function mla(): string {
  return styleSource({
    options: 'demote-non-dropping-particle="sort-only"',
    macros: `${authors('and="text" delimiter-precedes-last="always" name-as-sort-order="first" et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', 'prefix=", "')}
<macro name="editors">
  <names variable="editor"><label form="verb" suffix=" "/><name and="text"/></names>
</macro>
<macro name="details">
  <group delimiter=", ">
    <text variable="container-title" font-style="italic"/>
    <choose><if variable="author"><text macro="editors"/></if></choose>
    <text macro="edition"/>
    <text macro="genre-or-number"/>
    <group delimiter=" "><label variable="volume" form="short"/><text variable="volume"/></group>
    <group delimiter=" "><label variable="issue" form="short"/><text variable="issue"/></group>
    <choose><if type="article-journal" match="none"><text variable="publisher"/></if></choose>
    <date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>
    <text macro="pages-with-label"/>
    <text macro="address"/>
  </group>
</macro>
<macro name="short-title">
  <choose>
    <if disambiguate="true">
      <choose>
        <if type="book thesis webpage report" match="any"><text variable="title" form="short" font-style="italic"/></if>
        <else><text variable="title" form="short" quotes="true"/></else>
      </choose>
    </if>
  </choose>
</macro>`,
    citation: `<citation disambiguate-add-givenname="true"><layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=" ">
        <group delimiter=", "><text macro="short-names"/><text macro="short-title"/></group>
        <text macro="bare-locator"/>
      </group>
    </layout></citation>`,
    bibliography: `<bibliography hanging-indent="true" subsequent-author-substitute="———"><sort><key macro="authors"/><key variable="title"/></sort><layout suffix=".">
      <group delimiter=". "><text macro="authors"/><text macro="quoted-title"/><text macro="details"/><text macro="accessed"/></group>
    </layout></bibliography>`,
  });
}
