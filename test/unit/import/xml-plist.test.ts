import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlistValue, readBinaryPlist } from '../../../src/import/binary-plist.ts';
import { readPlist } from '../../../src/import/plist.ts';
import { writeBinaryPlist, writeXmlPlist } from '../../../src/import/sample/plist-writer.ts';
import { readXmlPlist } from '../../../src/import/xml-plist.ts';
import { InputError } from '../../../src/model/problem.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plist = (inner: string): Uint8Array => bytesOf(`<?xml version="1.0"?>\n<plist version="1.0">${inner}</plist>`);
const read = (inner: string): PlistValue => readXmlPlist(plist(inner), 'Info.plist');
function sentenceOf(bytes: Uint8Array): string {
  try {
    readXmlPlist(bytes, 'Info.plist');
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'it was read';
}

test.each<[string, PlistValue]>([
  ['<string>a &amp; b&#33;</string>', 'a & b!'],
  ['<string><![CDATA[<a>]]></string>', '<a>'],
  ['<string/>', ''],
  ['<integer>-42</integer>', -42],
  ['<integer>0x1F</integer>', 31],
  ['<integer>9007199254740993</integer>', 9_007_199_254_740_993n],
  ['<integer>18446744073709551615</integer>', 2n ** 64n - 1n],
  ['<real>-1.5e3</real>', -1500],
  ['<real>+inf</real>', Infinity],
  ['<true/>', true],
  ['<false></false>', false],
  ['<date>2021-12-03T19:33:13Z</date>', { kind: 'date', milliseconds: 1_638_559_993_000 }],
  ['<date>1980-01-01T00:00:00Z</date>', { kind: 'date', milliseconds: 315_532_800_000 }],
  ['<data>\n\tAQID\n\t</data>', Uint8Array.of(1, 2, 3)],
  ['<array> <true/> <string>b</string> </array>', [true, 'b']],
  [
    '<dict><key>__proto__</key><dict><key>a</key><true/></dict></dict>',
    new Map([['__proto__', new Map([['a', true]])]]),
  ],
])('%s is read', (inner, value) => expect(read(inner)).toEqual(value));

test('UTF-16 and a mark at the beginning are read too', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><plist version="1.0"><string>ü😀</string></plist>';
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index += 1) {
    wide[2 + index * 2] = text.charCodeAt(index) & 255;
    wide[3 + index * 2] = text.charCodeAt(index) >> 8;
  }
  expect(readXmlPlist(wide, 'a')).toBe('ü😀');
  expect(readXmlPlist(bytesOf(`\u{feff}${new TextDecoder().decode(plist('<string>a</string>'))}`), 'a')).toBe('a');
});

describe('what is hostile or broken ends in one sentence', () => {
  const whole = plist('<dict><key>Product Version</key><string>16.4</string><key>Other</key><array/></dict>');
  test('cut off anywhere', () => {
    for (let length = 1; length < whole.length; length += 1)
      expect([length, sentenceOf(whole.subarray(0, length))]).toEqual([
        length,
        expect.stringContaining('Info.plist: '),
      ]);
  });

  test.each([
    ['a name twice', '<dict><key>a</key><true/><key>a</key><false/></dict>', 'occurs twice'],
    ['a name without a value', '<dict><key>a</key></dict>', 'has no value'],
    ['a value without a name', '<dict><true/></dict>', 'has no name'],
    ['two names in a row', '<dict><key>a</key><key>b</key><true/></dict>', 'cannot have it'],
    ['two values', '<true/><false/>', 'more than one value'],
    ['no value', '', 'holds no value'],
    ['a tag nobody knows', '<number>1</number>', 'cannot have it'],
    ['a tag in a text', '<string><true/></string>', 'cannot have it'],
    ['a text between tags', '<array>hello<true/></array>', 'where none can be'],
    ['a number that is none', '<integer>12a</integer>', 'cannot be read'],
    ['a date that is none', '<date>yesterday</date>', 'cannot be read'],
    ['data that are none', '<data>!</data>', 'cannot be read'],
    ['deep nesting', '<array>'.repeat(5000) + '</array>'.repeat(5000), 'nested more than'],
  ])('%s', (_, inner, sentence) => expect(sentenceOf(plist(inner))).toContain(sentence));

  test('entities of its own are never expanded, from within or from a file', () => {
    const bomb = `<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const file = `<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    for (const [head, name] of [
      [bomb, 'b'],
      [file, 'x'],
    ]) {
      const text = `<?xml version="1.0"?>${head}<plist version="1.0"><string>&${name};</string></plist>`;
      expect(sentenceOf(bytesOf(text))).toContain('cut off or damaged');
    }
  });

  test('no text at all, another root, and something behind the end', () => {
    expect(sentenceOf(Uint8Array.of(0xff, 0xfe, 0xff))).toContain('cut off or damaged');
    expect(sentenceOf(bytesOf('<html><body/></html>'))).toContain('cannot have it');
    expect(sentenceOf(bytesOf('<plist><true/></plist><plist><true/></plist>'))).toContain('cut off or damaged');
  });
});

test('both forms give the same value', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((words) => [...words].filter((letter) => letter >= ' ' && letter !== '\u007f').join(''));
  const leaf = fc.oneof(
    text,
    fc.maxSafeInteger(),
    fc.bigInt(2n ** 53n, 2n ** 64n - 1n),
    fc.boolean(),
    fc.uint8Array({ maxLength: 40 }),
    fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((seconds): PlistValue => ({ kind: 'date', milliseconds: seconds * 1000 })),
  );
  const { tree } = fc.letrec<{ tree: PlistValue }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 20 }),
      fc.array(fc.tuple(text, tie('tree')), { maxLength: 20 }).map((entries) => new Map(entries)),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(readPlist(writeXmlPlist(value), 'a')).toEqual(value);
      expect(readBinaryPlist(writeBinaryPlist(value), 'a')).toEqual(value);
    }),
    { numRuns: 60 },
  );
});
