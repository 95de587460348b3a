// What Node and every browser have alike and answer alike, beside the language itself.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare function btoa(letters: string): string;
declare function atob(text: string): string;
