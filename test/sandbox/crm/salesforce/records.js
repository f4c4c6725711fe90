/** The org's data, as the server put it into the page. */

const records = JSON.parse(document.getElementById('records').textContent);

export const find = (id) => records.find((record) => record.id.slice(0, 15) === id?.slice(0, 15));
export const all = (object) => records.filter((record) => record.object === object);
export const owner = all('User')[0];

export const recordPath = (record) => `/lightning/r/${record.object}/${record.id}/view`;
export const relatedPath = (record, list) => `/lightning/r/${record.object}/${record.id}/related/${list}/view`;
export const fullName = (record) => [record.salutation, record.name].filter(Boolean).join(' ');

/** Salesforce formats only numbers of the American kind. */
export function formatPhone(number) {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : number;
}
