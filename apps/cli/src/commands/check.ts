import { checkScene, type Finding, rulePacks } from '@enfilade/critic'
import { readScene } from '@enfilade/scene'
import { EXIT, type ExitCode } from '../command-error.ts'
import { readChoice, readOperand, readOptions, readRadius } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { writeResult } from '../write-result.ts'

/** `check SCENE`: what a rule pack finds in a scene. Ends with 2 when a finding is an error. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    pack: { type: 'string' },
    'robot-radius': { type: 'string' },
    json: { type: 'boolean' },
    language: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const pack = readChoice('pack', values.pack, rulePacks) ?? 'general'
  const language = readChoice('language', values.language, ['en', 'zh'] as const) ?? 'en'
  const robotRadius = readRadius(values['robot-radius'])
  const { document } = await readSceneFile(readOperand(positionals), terminal)
  const findings = checkScene(readScene(document), { pack, ...(robotRadius === undefined ? {} : { robotRadius }) })
  const text = values.json ? `${JSON.stringify({ findings }, null, 2)}\n` : describeFindings(findings, language)
  await writeResult(text, values.out, terminal)
  return findings.some(({ severity }) => severity === 'error') ? EXIT.unmet : EXIT.done
}

const SEVERITIES = {
  en: { error: 'error', warning: 'warning', note: 'note' },
  zh: { error: '错误', warning: '警告', note: '提示' },
}

/** One finding a paragraph: what, the numbers, and where the number is from. */
function describeFindings(findings: readonly Finding[], language: 'en' | 'zh'): string {
  if (findings.length === 0) return language === 'zh' ? '没有发现问题。\n' : 'Nothing found.\n'
  const paragraphs = findings.map(
    ({ severity, message, elements, measured, demanded, unit, source, rule, standing }) => {
      const numbers = `${measured} ${unit} / ${demanded} ${unit}`
      return `${SEVERITIES[language][severity]}: ${message[language]}\n  ${rule} · ${elements.join(', ')} · ${numbers} · ${source} (${standing})`
    },
  )
  return `${paragraphs.join('\n')}\n`
}
