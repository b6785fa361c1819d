import { type Command, defineCommand, print, UsageError } from './command.ts';

/** What completion knows of a command. */
type Known = Pick<Command, 'name' | 'summary' | 'options' | 'files'>;

const scripts: Readonly<Record<string, (commands: readonly Known[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};
const shells = Object.keys(scripts);

/** The command that prints a script of completion, which knows these commands and itself. */
export function completionOf(others: readonly Command[]): Command {
  const completion: Command = defineCommand({
    name: 'completion',
    usage: `${shells.join('|')}   (for bash: source <(waymark completion bash))`,
    summary: 'print a script that completes commands and options in your shell',
    files: 1,
    async run(_config, _values, [shell = '']) {
      if (!Object.hasOwn(scripts, shell)) throw new UsageError(`The shell is one of ${shells.join(', ')}.`);
      return print(scripts[shell]?.([...others, completion]) ?? '');
    },
  });
  return completion;
}

const wordsOf = ({ name }: Known) => name.split(' ') as [string, string?];
const flagsOf = ({ options }: Known) => Object.keys(options).map((name) => `--${name}`);
const firstWords = (commands: readonly Known[]) => [...new Set(commands.map((command) => wordsOf(command)[0]))];

/** The second words of commands whose names have two, by the first. */
function secondWords(commands: readonly Known[]): [string, string[]][] {
  const pairs = commands.map(wordsOf).filter((words) => words[1] !== undefined);
  return [...Map.groupBy(pairs, ([first]) => first)].map(([first, all]) => [
    first,
    all.map(([, second]) => second ?? ''),
  ]);
}

/** A text in single quotes, as all three shells read it: without the sign that would end them. */
const quote = (text: string) => `'${text.replaceAll("'", '’')}'`;

function bashScript(commands: readonly Known[]): string {
  const cases = commands.map((command) => {
    const words = [...flagsOf(command), ...(command.name === 'completion' ? shells : [])];
    return `    ${quote(command.name)}|${quote(`${command.name} `)}*) words=${quote(words.join(' '))} ;;`;
  });
  const second = secondWords(commands).map(([first, words]) => `      ${first}) words=${quote(words.join(' '))} ;;`);
  return `# Completes the commands of waymark in bash. Load it in ~/.bashrc: source <(waymark completion bash)
_waymark() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=
  case "\${COMP_WORDS[*]:1}" in
${cases.join('\n')}
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    words=${quote([...firstWords(commands), '--help', '--version'].join(' '))}
  elif [[ $COMP_CWORD -eq 2 ]]; then
    case "\${COMP_WORDS[1]}" in
${second.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _waymark waymark`;
}

function zshScript(commands: readonly Known[]): string {
  const summaryOf = (first: string) => {
    const [only, ...more] = commands.filter((command) => wordsOf(command)[0] === first);
    return more.length === 0 && only && !only.name.includes(' ') ? only.summary.replaceAll(':', ',') : `${first} ...`;
  };
  const described = firstWords(commands).map((first) => `    ${quote(`${first}:${summaryOf(first)}`)}`);
  const second = secondWords(commands).map(
    ([first, words]) =>
      `  if (( CURRENT == 3 )) && [[ $words[2] == ${first} ]]; then compadd ${words.join(' ')}; return; fi`,
  );
  const cases = commands.map((command) => {
    const specs = Object.entries(command.options).map(([name, { type, multiple }]) =>
      quote(`${multiple ? '*' : ''}--${name}${type === 'boolean' ? '' : ':value:'}`),
    );
    const files = command.name === 'completion' ? quote(`*:shell:(${shells.join(' ')})`) : quote('*:file:_files');
    return `    ${quote(`${command.name} `)}*) _arguments ${[...specs, files].join(' ')} ;;`;
  });
  return `#compdef waymark
# Completes the commands of waymark in zsh. Load it: waymark completion zsh > "\${fpath[1]}/_waymark"
_waymark() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
${second.join('\n')}
  case "\${words[2,-1]} " in
${cases.join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _waymark "$@"; else compdef _waymark waymark; fi`;
}

function fishScript(commands: readonly Known[]): string {
  const line = (condition: string, rest: string) => `complete -c waymark -n ${quote(condition)} ${rest}`;
  const lines = commands.flatMap((command) => {
    const [first, second] = wordsOf(command);
    const seen = [first, second]
      .flatMap((word) => (word ? [`__fish_seen_subcommand_from ${word}`] : []))
      .join('; and ');
    return [
      second === undefined
        ? line('__fish_use_subcommand', `-f -a ${first} -d ${quote(command.summary)}`)
        : line(`__fish_seen_subcommand_from ${first}`, `-f -a ${second} -d ${quote(command.summary)}`),
      ...Object.entries(command.options).map(([name, { type }]) =>
        line(seen, `-l ${name}${type === 'boolean' ? '' : ' -r'}`),
      ),
    ];
  });
  const groups = secondWords(commands).map(([first]) => line('__fish_use_subcommand', `-f -a ${first}`));
  return [
    '# Completes the commands of waymark in fish. Load it: waymark completion fish > ~/.config/fish/completions/waymark.fish',
    ...groups,
    ...lines,
    line('__fish_seen_subcommand_from completion', `-f -a ${quote(shells.join(' '))}`),
  ].join('\n');
}
