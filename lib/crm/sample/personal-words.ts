import { openRoots, type Root } from '../dom.ts';
import { innerDocument } from './inner-document.ts';
import { isCodeWord, isLabel } from './kept-words.ts';

/** Words of addresses that name no person: providers' and the like are scrubbed as text, but may well be parts of classes. */
const COMMON = new Set(
  'com,org,net,info,mail,test,email,office,support,help,sales,team,contact,admin,hello,www,active,main,app,web'.split(','),
);
/** Words that pages show and developers use: in a class they speak of the page, and adapters look for some of them. */
const BUILT_OF = new Set(
  (
    'action,actions,active,aside,banner,block,body,button,card,cell,click,code,column,columns,component,composer,console,container,content,data,' +
    'date,default,desktop,detail,dialog,dock,docking,docked,drawer,element,entity,event,feed,field,fields,first,flexipage,focus,footer,force,form,' +
    'formatted,full,global,grid,group,head,header,heading,hidden,high,highlight,highlights,host,hover,icon,image,info,inner,input,item,items,' +
    'label,last,layout,left,line,link,loading,main,manager,menu,minimized,modal,mode,more,navigation,normal,number,open,option,output,panel,' +
    'part,popover,primary,progress,read,region,right,root,round,row,scroll,secondary,section,select,selected,selection,side,single,size,slot,' +
    'small,stage,state,static,stage,style,table,tabs,target,template,text,timeline,time,toast,toggle,tooltip,type,utility,value,visible,window,' +
    'workspace,wrapper'
  ).split(','),
);
/** Shorter words of the page's text are parts of too many others, and of every abbreviation. */
const SHORTEST = 4;
const NO_TEXT = 'script,style,noscript,template';

/**
 * Words that may name somebody on this page, in lower case: those of e-mail addresses, of the title and of headings, and
 * every longer one that the page shows. Elsewhere they are replaced with all other text; in names given by developers,
 * such as classes, only these are.
 */
export function personalWords(document: Document): ReadonlySet<string> {
  const roots = rootsOf(document);
  const of = (selector: string) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const titles = roots.flatMap((root) => ('title' in root ? root.title.split(/\s\|\s/) : []));
  const names = [...of('h1,h2,h3').map((heading) => heading.textContent), ...titles].filter((text) => !isLabel(text));
  const held = of('input,textarea,option').map((control) => (control as HTMLInputElement).value); // the selector asks for what has one
  const places = [
    ...roots.map((root) => ('body' in root ? root.body?.textContent : root.textContent) ?? ''),
    ...of('a[href^="mailto:" i]').map((link) => link.getAttribute('href') ?? ''),
    ...held,
  ];
  const addresses = places.flatMap((text) => text.match(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu) ?? []);
  const told = of('[title],[aria-label]').flatMap((one) => [one.getAttribute('title') ?? '', one.getAttribute('aria-label') ?? '']);
  const shown = wordsIn([...roots.flatMap(textsOf), ...held, ...told]).filter((word) => word.length >= SHORTEST && !BUILT_OF.has(word));
  return new Set([...wordsIn([...names, ...addresses]), ...shown].filter((word) => !COMMON.has(word) && !isCodeWord(word)));
}

const wordsIn = (texts: readonly string[]) => (texts.join(' ').match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.toLowerCase());

/** The document's roots and those of its frames, hidden ones too: all that is written. */
function rootsOf(document: Document): readonly Root[] {
  return openRoots(document).flatMap((root) => {
    const inner = [...root.querySelectorAll<HTMLIFrameElement>('iframe,frame')].flatMap((frame) => innerDocument(frame) ?? []);
    return [root, ...inner.flatMap(rootsOf)];
  });
}

function textsOf(root: Root): readonly string[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4); // what owns no document is one; 4 is text
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.matches(NO_TEXT)) texts.push(node.nodeValue ?? '');
  return texts;
}
