import { createInterface } from 'node:readline';
import { printPrompt } from './terminal.ts';

/** Lines as a person types them, or as a pipe holds them: those that come before they are asked for are kept. */
export class QuizLines {
  readonly #lines = createInterface({ input: process.stdin, terminal: false });
  readonly #read = this.#lines[Symbol.asyncIterator]();
  isOver = false;

  /** `undefined`: the input is at its end. */
  async next(prompt: string): Promise<string | undefined> {
    printPrompt(prompt);
    const { value, done } = await this.#read.next();
    if (done === true) this.isOver = true;
    return done === true ? undefined : value.trim();
  }

  close(): void {
    this.#lines.close();
  }
}
