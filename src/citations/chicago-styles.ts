import { TELL_APART } from './author-date-styles.ts';
import { authors, BY_AUTHOR, byKind, styleSource } from './style-parts.ts';

const CHICAGO_NAMES =
  'and="text" delimiter-precedes-last="always" name-as-sort-order="first" et-al-min="11" et-al-use-first="7"';

const CHICAGO_MACROS = `${authors(CHICAGO_NAMES, 'prefix=", "')}
<macro name="editors">
  <names variable="editor"><label form="verb" suffix=" "/><name and="text"/></names>
</macro>
<macro name="details">
  ${byKind(
    `<group delimiter=": ">
      <group delimiter=" ">
        <text variable="container-title" font-style="italic"/>
        <text variable="volume"/>
        <text variable="issue" prefix="(" suffix=")"/>
      </group>
      <text variable="page"/>
    </group>`,
    `<group delimiter=". ">
      <group delimiter=", ">
        <group delimiter=" "><text term="in" text-case="capitalize-first"/><text variable="container-title" font-style="italic"/></group>
        <text macro="editors"/>
        <text variable="page"/>
      </group>
      <text macro="edition"/>
      <text macro="publisher"/>
    </group>`,
    `<group delimiter=". ">
      <text macro="translator" text-case="capitalize-first"/>
      <text macro="edition"/>
      <group delimiter=", "><text macro="genre-or-number"/><text macro="publisher"/></group>
    </group>`,
  )}
</macro>`;

/** Authors and year in the manner of The Chicago Manual of Style. */
export function chicagoAuthorDate(): string {
  return styleSource({
    options: 'page-range-format="chicago" demote-non-dropping-particle="display-and-sort"',
    macros: CHICAGO_MACROS,
    citation: `<citation ${TELL_APART}><layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <group delimiter=" "><text macro="short-names"/><text macro="year"/></group>
        <text macro="bare-locator"/>
      </group>
    </layout></citation>`,
    bibliography: `<bibliography hanging-indent="true" subsequent-author-substitute="———">${BY_AUTHOR}<layout suffix=".">
      <group delimiter=". ">
        <text macro="authors"/>
        <text macro="year"/>
        <text macro="quoted-title"/>
        <text macro="details"/>
        <text macro="accessed"/>
        <text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}

const NOTE_MACROS = `${CHICAGO_MACROS}
<macro name="note-names">
  <names variable="author">
    <name and="text" et-al-min="4" et-al-use-first="1"/>
    <label form="short" prefix=", "/>
    <substitute><names variable="editor"/><text macro="quoted-title"/></substitute>
  </names>
</macro>
<macro name="journal">
      <group delimiter=" ">
        <group delimiter=", ">
          <group delimiter=" "><text variable="container-title" font-style="italic"/><text variable="volume"/></group>
          <group delimiter=" "><label variable="issue" form="short"/><text variable="issue"/></group>
        </group>
        <text macro="year" prefix="(" suffix=")"/>
      </group>
</macro>
<macro name="note-imprint">
  <group prefix="(" suffix=")" delimiter=", ">
    <text macro="edition"/>
    <text macro="genre-or-number"/>
    <text macro="publisher"/>
    <text macro="year"/>
  </group>
</macro>
<macro name="note-details">
  ${byKind(
    `<group delimiter=": ">
      <text macro="journal"/>
      <text macro="bare-locator"/>
    </group>`,
    `<group delimiter=", ">
      <group delimiter=" ">
        <group delimiter=", ">
          <group delimiter=" "><text term="in"/><text variable="container-title" font-style="italic"/></group>
          <text macro="editors"/>
        </group>
        <text macro="note-imprint"/>
      </group>
      <text macro="bare-locator"/>
    </group>`,
    '<group delimiter=", "><text macro="note-imprint"/><text macro="bare-locator"/></group>',
  )}
</macro>`;

const NOTE_CITATION = `<citation><layout suffix="." delimiter="; ">
      <choose>
        <if position="subsequent">
          <group delimiter=", ">
            <text macro="short-names"/>
            <choose>
              <if type="book thesis report webpage" match="any"><text variable="title" form="short" font-style="italic"/></if>
              <else><text variable="title" form="short" quotes="true"/></else>
            </choose>
            <text macro="bare-locator"/>
          </group>
        </if>
        <else>
          <group delimiter=", ">
            <group delimiter=" ">
              <group delimiter=", ">
                <text macro="note-names"/>
                <text macro="quoted-title"/>
                ${byKind('<text macro="note-details"/>', '<text macro="note-details"/>', '')}
              </group>
              ${byKind('', '', '<text macro="note-details"/>')}
            </group>
            <text macro="address"/>
          </group>
        </else>
      </choose>
    </layout></citation>`;

/** Footnotes in the manner of The Chicago Manual of Style: the whole entry first, its authors and title later. */
export function chicagoNotes(): string {
  return styleSource({
    class: 'note',
    options: 'page-range-format="chicago" demote-non-dropping-particle="display-and-sort"',
    macros: NOTE_MACROS,
    citation: NOTE_CITATION,
    bibliography: `<bibliography hanging-indent="true" subsequent-author-substitute="———">${BY_AUTHOR}<layout suffix=".">
      <group delimiter=". ">
        <text macro="authors"/><text macro="quoted-title"/>
        ${byKind(
          `<group delimiter=": "><text macro="journal"/><text variable="page"/></group>`,
          '<group delimiter=", "><text macro="details"/><text macro="year"/></group>',
          '<group delimiter=", "><text macro="details"/><text macro="year"/></group>',
        )}
        <text macro="accessed"/><text macro="address"/>
      </group>
    </layout></bibliography>`,
  });
}
