import { spawn } from 'node:child_process';

/** Where the program runs. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody sits at a terminal, and no service manager or script has started the program. */
  readonly isTerminal: boolean;
}

/** The program that opens an address in the browser of this machine, with its arguments. Null without a display that somebody sees. */
export function browserCommand({ platform, env, isTerminal }: Surroundings): readonly string[] | null {
  // Whoever is connected from another machine would not see it.
  if (!isTerminal || env.SSH_CONNECTION || env.CI) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Opens an address in the browser, if there is a display. Where that fails, the address that was printed is still there. */
export function openBrowser(
  url: string,
  surroundings: Surroundings = {
    platform: process.platform,
    env: process.env,
    isTerminal: process.stdout.isTTY ?? false,
  },
): void {
  const [program, ...args] = browserCommand(surroundings) ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
