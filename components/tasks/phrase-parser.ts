import { loadPhraseParser, type PhraseParser } from '@/lib/core/due-phrase.ts';

let parser: PhraseParser | undefined;
let loading: Promise<PhraseParser> | undefined;

/** The parser, once it is here: what is typed then is read at once. */
export function loadedParser(): PhraseParser | undefined {
  return parser;
}

/** Fetches the parser once. */
export function loadParser(): Promise<PhraseParser> {
  loading ??= loadPhraseParser().then(
    (loaded) => {
      parser = loaded;
      return loaded;
    },
    (failure: unknown) => {
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}
