import { Composer, CST, type Document, isMap, Lexer, type ErrorCode, LineCounter, Parser, type YAMLError } from 'yaml';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import { MAX_FILE_LENGTH } from './file-limits.ts';
import { PlainReader, type Targets } from './plain-reader.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { type Position, problemAt } from './positions.ts';
import { type FileForm, SCENARIO_FORM } from './fields.ts';
import type { Plain } from './scenario.ts';

/** Most signs that begin a part of YAML: each costs about a kilobyte while it is read. */
const MAX_PARTS = 350_000;
/** A scenario nests seven deep. */
const MAX_DEPTH = 100;
/** Columns in which a block may begin: each level of nesting takes at least one more. */
const MAX_INDENT = 400;
const MAX_ERRORS = 3;
/** Most words and signs: long texts in few lines can hold many. */
const MAX_LEXEMES = 1_200_000;

/** The nodes of a file, for the places of its parts. */
export interface YamlNodes {
  readonly document: Document;
  readonly counter: LineCounter;
  /** What each `*name` repeats. */
  readonly targets: Targets;
}

/** A scenario file as it was read: its plain data, and its nodes, which are made when a place is asked for. */
export interface YamlSource {
  readonly plain: Plain;
  readonly nodes: () => YamlNodes;
}

/** Reads the text of a file. Throws an InputError with the place of what cannot be read. */
export function readYaml(text: string, file: string, form: FileForm = SCENARIO_FORM): YamlSource {
  checkSize(text, file, form);
  const plain = readPlainYaml(text, MAX_LEXEMES);
  let read: (YamlNodes & { readonly plain: Plain }) | undefined;
  const nodes = () => (read ??= readNodes(text, file, form.name));
  return { plain: plain ?? nodes().plain, nodes };
}

function checkSize(text: string, file: string, { name, least }: FileForm): void {
  const refuseFile = (message: string, advice: string): never => {
    throw new InputError([{ file, line: 1, column: 1, message, advice }]);
  };
  if (text.length > MAX_FILE_LENGTH)
    refuseFile(
      `the file is too long (${text.length} characters)`,
      `A ${name} has at most ${MAX_FILE_LENGTH} characters.`,
    );
  if (text.includes('\0')) refuseFile('this is not a text file', `A ${name} is a YAML text.`);
  if (text.trim() === '') refuseFile('the file is empty', `Write at least ${least}.`);
  // Most files are shorter than that, and nothing in them need be counted.
  const parts = text.length < MAX_PARTS ? 0 : countParts(text);
  if (parts > MAX_PARTS)
    refuseFile(
      `the file has too many parts (about ${parts})`,
      `A ${name} has at most ${MAX_PARTS} lines, keys and list entries; longer lists of items go into “itemsFile”.`,
    );
}

/** The library's reading, whose data are those of `readPlainYaml` wherever that has any. */
export function readNodes(text: string, file: string, name: string): YamlNodes & { readonly plain: Plain } {
  const refuse = (position: Position, message: string, advice?: string): never => {
    throw new InputError([problemAt(file, text, position, message, advice)]);
  };
  const counter = new LineCounter();
  const placeOf = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = compose(text, counter, name, (offset, message, advice) => refuse(placeOf(offset), message, advice));
  const errors: readonly YAMLError[] = document.errors;
  if (errors.length > 0)
    throw new InputError(
      errors
        .toSorted((a, b) => a.pos[0] - b.pos[0])
        .slice(0, MAX_ERRORS)
        .map((error) =>
          problemAt(
            file,
            text,
            placeOf(error.pos[0]),
            `not valid YAML: ${error.message.split('\n')[0]}`,
            ADVICE[error.code],
          ),
        ),
    );
  if (!isMap(document.contents))
    return refuse({ line: 1, column: 1 }, `a ${name} is a list of keys and values`, 'Begin with “title: …”.');
  const reader = new PlainReader((offset, message, advice) => refuse(placeOf(offset), message, advice), MAX_PARTS);
  const plain = reader.read(document.contents) as Plain;
  return { document, counter, targets: reader.targets, plain };
}

const QUOTES =
  'A text with “: ” in it, with a comma or bracket between { and }, or with a sign such as @, % or ` in front, ' +
  'stands in quotes: title: "Ben: the phone". In quotes " is written \\".';
/** What to do about what YAML does not understand; most often a text lacks its quotes. */
const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: QUOTES,
  BLOCK_IN_FLOW: QUOTES,
  BAD_SCALAR_START: QUOTES,
  UNEXPECTED_TOKEN: QUOTES,
  MISSING_CHAR: 'A quote or a bracket that is opened has to be closed; each key is followed by “: ”.',
  BAD_INDENT: 'What belongs together begins at the same column; a list in [ ] or { } has to be closed.',
  TAB_AS_INDENT: 'Write spaces in front of a line, no tabs.',
};

type Refuse = (offset: number, message: string, advice?: string) => never;

/**
 * The library's own lexer, parser and composer, one after another: what would cost more than its length is seen
 * before it is parsed, and the first thing that is no YAML ends the reading.
 */
function compose(text: string, counter: LineCounter, name: string, refuse: Refuse): Document {
  const parser = new Parser(counter.addNewLine);
  const composer = stoppingComposer(refuse);
  let first: Document | undefined;
  const keep = (documents: Iterable<Document.Parsed>): void => {
    for (const document of documents) {
      if (first) refuse(document.range[0], 'a second document begins here', `A ${name} file holds one ${name}.`);
      first = document as Document;
    }
  };
  /** Whether to go on. */
  const take = (tokens: Iterable<CST.Token>): boolean => {
    for (const token of tokens) {
      keep(composer.next(token));
      if (token.type === 'error') return false;
    }
    return true;
  };
  counter.addNewLine(0);
  try {
    const watch = watchLexemes(refuse);
    for (const lexeme of new Lexer().lex(text)) {
      watch(lexeme);
      if (!take(parser.next(lexeme))) break;
    }
    for (const token of parser.end()) keep(composer.next(token));
    keep(composer.end());
  } catch (error) {
    if (error instanceof RangeError) refuse(0, 'this YAML cannot be read (nested too deeply)');
    throw error;
  }
  return first ?? refuse(0, `a ${name} is a list of keys and values`, 'Begin with “title: …”.');
}

type OnError = (source: number | readonly number[] | { readonly offset: number }, ...rest: unknown[]) => void;

/** A composer goes on after every error, and a text can hold a hundred thousand: the first few are enough. */
function stoppingComposer(refuse: Refuse): Composer {
  const composer = new Composer({ uniqueKeys: false });
  // Nothing public is told of an error while the text is still read: its types keep this method to themselves.
  const open = composer as unknown as { onError: OnError };
  const { onError } = open;
  let errors = 0;
  let refusal: Error | undefined;
  open.onError = (source, code, message, isWarning, ...rest) => {
    // What is thrown inside of a list or group the library takes for a fault of that part, and tells it once more.
    if (refusal) throw refusal;
    onError(source, code, message, isWarning, ...rest);
    if (isWarning !== true) errors += 1;
    if (errors < MAX_ERRORS * 10) return;
    const offset =
      typeof source === 'number'
        ? source
        : 'offset' in source
          ? source.offset
          : must(source[0], 'the place of an error');
    try {
      refuse(offset, `not valid YAML: ${String(message).split('\n')[0]}`, 'There is more before and after this line.');
    } catch (error) {
      refusal = error as Error;
      throw error;
    }
  };
  return composer;
}

/** What each lexeme is worth: its words in a message, when it is not used in scenarios. */
const NOT_USED: Readonly<Partial<Record<string, string>>> = {
  tag: 'tags are not used here',
  'directive-line': 'directives are not used here',
};

/** Looks at each lexeme before it is parsed. */
export function watchLexemes(refuse: Refuse, most = MAX_LEXEMES): (lexeme: string) => void {
  let offset = 0;
  let lineStart = 0;
  let depth = 0;
  let inScalar = false;
  let lexemes = 0;
  return (lexeme) => {
    lexemes += 1;
    if (lexemes > most) refuse(offset, `the file has too many parts (more than ${most} words and signs)`);
    const type: string | null = inScalar ? 'content' : CST.tokenType(lexeme);
    inScalar = type === 'scalar';
    const notUsed = NOT_USED[String(type)];
    if (notUsed !== undefined)
      refuse(offset, `“${lexeme.slice(0, 60)}”: ${notUsed}`, 'Write the value alone, as plain words, lists and keys.');
    if (type === 'flow-seq-start' || type === 'flow-map-start') depth += 1;
    if (type === 'flow-seq-end' || type === 'flow-map-end' || type === 'flow-error-end') depth -= 1;
    const isBlock = depth <= 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind');
    if (depth > MAX_DEPTH || (isBlock && offset - lineStart > MAX_INDENT))
      refuse(offset, 'this YAML cannot be read (nested too deeply)', `No file nests more than ${MAX_DEPTH} deep.`);
    // Marks of the lexer's own take no room in the text.
    if (type !== 'scalar' && type !== 'doc-mode' && type !== 'flow-error-end') offset += lexeme.length;
    if (lexeme.endsWith('\n')) lineStart = offset;
  };
}

/** Line ends, colons, commas, brackets and dashes before a space: no text has more nodes than these. */
function countParts(text: string): number {
  let parts = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (
      code === 10 ||
      code === 58 ||
      code === 44 ||
      code === 91 ||
      code === 123 ||
      (code === 45 && text.charCodeAt(index + 1) === 32)
    )
      parts += 1;
  }
  return parts;
}
