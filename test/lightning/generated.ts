import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Salesforce generates a component for each page, compact layout and layout of each object, and names it after them.
 * So do we: the tags tell object and mode in every language (seen from 2021 to 2026).
 */
const OBJECTS = ['contact', 'lead', 'account', 'user'] as const;
/** The id of the default record type; others differ from org to org. */
const RECORD_TYPE = '012000000000000aaa';

type Kind = 'page' | 'highlights' | 'details';

const nameOf: Readonly<Record<Kind, (object: string) => string>> = {
  page: (object) => `flexipage_${object}_record_page_${object}__view_js`,
  highlights: (object) => `highlightspanel_${object}___${RECORD_TYPE}___compact___view___recordlayout2`,
  details: (object) => `detailpanel_${object}___${RECORD_TYPE}___full___view___recordlayout2`,
};

const markOf: Readonly<Record<Kind, string>> = {
  page: "this.setAttribute('data-page-type', 'RecordPage')",
  highlights: "this.classList.add('forcegenerated-record-layout2')",
  details: "this.classList.add('forcegenerated-record-layout2')",
};

/** A value by its kind, in the component that shows it; `slot` says where its user puts it. */
function value(slot = ''): string {
  const place = `${slot && `slot="${slot}" `}data-output-element-id="output-field"`;
  const kinds: Readonly<Record<string, string>> = {
    isName: `<lightning-formatted-name ${place} locale={page.locale} salutation={field.salutation} first-name={field.firstName} last-name={field.lastName}></lightning-formatted-name>`,
    isEmailOfContact: `<emailui-formatted-email-contact ${place} value={field.text}></emailui-formatted-email-contact>`,
    isEmailOfLead: `<emailui-formatted-email-lead ${place} value={field.text}></emailui-formatted-email-lead>`,
    isEmailOfAccount: `<emailui-formatted-email-account ${place} value={field.text}></emailui-formatted-email-account>`,
    isEmail: `<lightning-formatted-email ${place} value={field.text} hide-icon></lightning-formatted-email>`,
    isPhone: `<lightning-formatted-phone ${place} value={field.text}></lightning-formatted-phone>`,
    isDial: `<lightning-click-to-dial ${place} value={field.text}></lightning-click-to-dial>`,
    isLookup: `<force-lookup ${place} field={field}></force-lookup>`,
    isUrl: `<lightning-formatted-url ${place} value={field.text} target="_blank"></lightning-formatted-url>`,
    isMany: `<lightning-button ${slot && `slot="${slot}" `}variant="base" label={field.label}></lightning-button>`,
    isText: `<lightning-formatted-text ${place} value={field.text}></lightning-formatted-text>`,
  };
  return Object.entries(kinds)
    .map(([kind, element]) => `<template lwc:if={field.${kind}}>${element}</template>`)
    .join('\n');
}

const INPUT = `<template lwc:if={field.isName}><lightning-input-name slot="inputField" label={field.label} fields-to-display={page.nameFields} options={page.salutations} salutation={field.salutation} first-name={field.firstName} last-name={field.lastName}></lightning-input-name></template>
<template lwc:if={field.isLookup}><records-record-layout-lookup slot="inputField" field={field}></records-record-layout-lookup></template>
<template lwc:if={field.isInput}><lightning-input slot="inputField" type="text" name={field.api} label={field.label} value={field.text} inputmode={field.inputMode}></lightning-input></template>`;

const TEMPLATES: Readonly<Record<Kind, string>> = {
  page: `<record_flexipage-desktop-record-page-decorator><records-record-layout-event-broker><flexipage-record-home-template-desktop2>
<template lwc:if={page.hasHighlights}><flexipage-component2 slot="header" data-component-id="force_highlightsPanel"><records-lwc-highlights-panel page={page}></records-lwc-highlights-panel></flexipage-component2></template>
<template lwc:else><records-stencil slot="header"></records-stencil></template>
<template lwc:if={page.hasDetails}><flexipage-component2 slot="main" data-component-id="flexipage_tabset"><flexipage-tabset2 page={page}>
<flexipage-tab2 role="tabpanel" style={page.styles.activity}><template lwc:if={page.opened.activity}><flexipage-component2 data-component-id="runtime_sales_activities_activityPanel"><runtime_sales_activities-activity-timeline page={page}></runtime_sales_activities-activity-timeline></flexipage-component2></template></flexipage-tab2>
<flexipage-tab2 role="tabpanel" style={page.styles.details}><template lwc:if={page.opened.details}>
<template lwc:if={page.isDynamic}><template for:each={page.fields} for:item="field"><flexipage-field key={field.key} data-field-id={field.fieldId}><record_flexipage-record-field field={field}>${value('outputField')}</record_flexipage-record-field></flexipage-field></template></template>
<template lwc:else><flexipage-component2 data-component-id="force_detailPanel"><records-lwc-detail-panel page={page}></records-lwc-detail-panel></flexipage-component2></template>
</template></flexipage-tab2>
<flexipage-tab2 role="tabpanel" style={page.styles.related}><template lwc:if={page.opened.related}><template for:each={page.lists} for:item="list"><lst-related-list-single-container key={list.key} list={list}></lst-related-list-single-container></template></template></flexipage-tab2>
</flexipage-tabset2></flexipage-component2>
<flexipage-component2 slot="sidebar" data-component-id="force_relatedListSingleContainer"><template for:each={page.sideLists} for:item="list"><lst-related-list-single-container key={list.key} list={list}></lst-related-list-single-container></template></flexipage-component2></template>
</flexipage-record-home-template-desktop2></records-record-layout-event-broker></record_flexipage-desktop-record-page-decorator>`,
  highlights: `<records-highlights2 page={page}>
<template lwc:if={page.heading.isName}><lightning-formatted-name slot="primaryField" locale={page.locale} salutation={page.heading.salutation} first-name={page.heading.firstName} last-name={page.heading.lastName}></lightning-formatted-name></template>
<template lwc:else><lightning-formatted-text slot="primaryField" value={page.heading.text}></lightning-formatted-text></template>
<template for:each={page.highlights} for:item="field"><records-highlights-details-item key={field.key} slot="secondaryFields" role="listitem" field={field}>${value()}</records-highlights-details-item></template>
</records-highlights2>`,
  details: `<records-record-layout-block><template for:each={page.sections} for:item="section"><records-record-layout-section key={section.key} section={section}>
<template for:each={section.rows} for:item="row"><records-record-layout-row key={row.key}>
<template for:each={row.fields} for:item="field"><records-record-layout-item key={field.key} field={field} is-edited={page.isEdited}>
<template lwc:if={page.isEdited}>${INPUT}</template>
<template lwc:else>${value('outputField')}</template>
</records-record-layout-item></template>
</records-record-layout-row></template>
</records-record-layout-section></template></records-record-layout-block>`,
};

/** Writes the `forcegenerated` components, and a module that finds them by object, into a folder of modules. */
export async function writeGenerated(folder: string): Promise<void> {
  for (const kind of ['page', 'highlights', 'details'] as const) {
    for (const object of OBJECTS) await writeModule(folder, nameOf[kind](object), TEMPLATES[kind], markOf[kind]);
  }
  const lines = OBJECTS.flatMap((object) =>
    (['page', 'highlights', 'details'] as const).map((kind) => `import ${object}_${kind} from 'forcegenerated/${nameOf[kind](object)}';`),
  );
  const table = (name: string, kind: Kind) =>
    `export const ${name} = { ${OBJECTS.map((object) => `${object}: ${object}_${kind}`).join(', ')} };`;
  const text = [...lines, table('recordPages', 'page'), table('highlights', 'highlights'), table('details', 'details'), ''].join('\n');
  await write(folder, 'layouts', 'js', text);
}

async function writeModule(folder: string, name: string, template: string, mark: string): Promise<void> {
  await write(folder, name, 'html', `<template>${template}</template>\n`);
  const script = `import { api, LightningElement } from 'lwc';
export default class extends LightningElement {
  @api page;
  connectedCallback() {
    ${mark};
  }
}
`;
  await write(folder, name, 'js', script);
}

async function write(folder: string, name: string, kind: 'html' | 'js', text: string): Promise<void> {
  const place = path.join(folder, 'forcegenerated', name);
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, `${name}.${kind}`), text);
}
