/** What a made-up CRM shows of one of its contacts. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
}

export const maria: Person = {
  id: '48213',
  name: 'Maria Gomez',
  company: 'Bayside Bistro',
  email: 'maria.gomez@bayside.example',
  phone: '+1 415 555 0123',
};
export const daniel: Person = {
  id: '51877',
  name: 'Daniel Okafor',
  company: 'Okafor Logistics',
  email: 'daniel@okafor.example',
  phone: '+1 415 555 0188',
};

export const urlOf = ({ id }: Person) => new URL(`https://crm.acme.example/app/contact/${id}`);

/** A page that names its fields in every way there is. */
export const richPage = ({ id, name, company, email, phone }: Person) => `
  <nav><a href="/app/contacts">Contacts</a><a href="mailto:me@user.example">me@user.example</a></nav>
  <main id="record-${id}">
    <header><h1 class="css-1x2y3z title" data-field="full-name">${name}</h1></header>
    <section data-panel="details">
      <dl>
        <dt>Company</dt><dd data-field="company">${company}</dd>
        <dt>E-mail:</dt><dd><a href="mailto:${email}"><svg></svg><span>${email}</span></a></dd>
        <dt>Phone</dt><dd><input name="phone" value="${phone}"></dd>
      </dl>
    </section>
    <section data-panel="owner"><dl><dt>Owner</dt><dd>Olga Owner</dd></dl></section>
  </main>`;

/** A page with nothing but text in boxes whose classes change with every build. */
export const plainPage = ({ name, company, email, phone }: Person, salt = 'a1b2c3') => `
  <div class="sc-${salt}"><div class="menu-${salt}9">Home</div></div>
  <main>
    <h2 class="sc-${salt}x">${name}</h2>
    <div class="row"><div class="l-${salt}"><span>Firm</span></div><div>${company}</div></div>
    <div class="row"><div class="l-${salt}"><span>Mail</span></div><div><b>${email}</b></div></div>
    <div class="row"><div class="l-${salt}"><span>Mobile</span></div><div>${phone}</div></div>
  </main>`;
