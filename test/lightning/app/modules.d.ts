// The components are LWC modules, which only LWC's own compiler reads.
declare module 'one/recordHomeFlexipage2' {
  const component: import('lwc').LightningElementConstructor;
  export default component;
}
declare module 'lst/objectHome' {
  const component: import('lwc').LightningElementConstructor;
  export default component;
}
declare module 'records/recordHoverPreview' {
  const component: import('lwc').LightningElementConstructor;
  export default component;
}
declare module 'records/modalLwcDetailPanelWrapper' {
  const component: import('lwc').LightningElementConstructor;
  export default component;
}
