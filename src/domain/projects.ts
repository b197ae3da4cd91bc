import { v7 as uuid } from 'uuid';
import { deleteDeniedAttempts } from '../database/access-attempts.ts';
import { deleteKeysOfProject } from '../database/access-keys.ts';
import { transact } from '../database/engine/connection.ts';
import { markEnvironmentsRemoved } from '../database/environment-removals.ts';
import { insertEnvironments } from '../database/environments.ts';
import { deleteMembersOfProject } from '../database/project-members.ts';
import {
  insertProject,
  lockProject,
  markProjectRemoved,
  type ProjectSettings,
  updateProjectRow,
} from '../database/projects.ts';
import type { ProjectRow } from '../database/tables.ts';
import { type DomainContext, requireRight, requireWorkspaceRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { gather, Wrong, wrong } from './form.ts';
import { refuse } from './refusal.ts';
import { notFound } from './shared-problems.ts';
import { phoneNumberInvalid } from './user-form.ts';
import { trimInvisible } from './values/characters.ts';
import { isBlankPhoneNumber, type PhoneNumber, parsePhoneNumber } from './values/phone-number.ts';
import { parseTelegramBot } from './values/telegram-bot.ts';
import { readTitle } from './values/title.ts';

/** Creates a project with three environments; newcomers can register themselves only in Production. */
export function createProject({ actor, db }: DomainContext, input: { name?: string | null }): Promise<ProjectRow> {
  requireWorkspaceRight(actor, 'administer');
  const { name } = gather({ name: readTitle(input.name) });
  return transact(db, async (tx) => {
    const project = await insertProject(tx, { id: uuid(), name });
    await insertEnvironments(tx, [
      { projectId: project.id, id: uuid(), name: 'Development', type: 'DEVELOPMENT', selfRegistration: 'CLOSED' },
      { projectId: project.id, id: uuid(), name: 'Staging', type: 'STAGING', selfRegistration: 'CLOSED' },
      { projectId: project.id, id: uuid(), name: 'Production', type: 'PRODUCTION', selfRegistration: 'OPEN' },
    ]);
    await audit(tx, actor, 'PROJECT_CREATED', { projectId: project.id, id: project.id });
    return project;
  });
}

export type UpdateProjectInput = {
  id: string;
  name?: string | null;
  telegramBot?: string | null;
  whatsAppNumber?: string | null;
  keepsDeniedAttempts?: boolean | null;
};

/** Changes a project's settings. Once it keeps no denied attempts, those that were noted are deleted at once. */
export function updateProject({ actor, db }: DomainContext, input: UpdateProjectInput): Promise<ProjectRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await lockProject(tx, scope, input.id);
    if (!project) return refuse(notFound('project'));
    const settings = gather(readSettings(input, project));
    const changedFields = SETTINGS.filter((field) => settings[field] !== project[field]);
    if (changedFields.length === 0) return project;
    const changed = await updateProjectRow(tx, project.id, settings);
    if (!changed.keepsDeniedAttempts) await deleteDeniedAttempts(tx, project.id);
    await audit(tx, actor, 'PROJECT_UPDATED', { projectId: project.id, id: project.id }, { changedFields });
    return changed;
  });
}

type ReadSettings = { [Field in keyof ProjectSettings]: ProjectSettings[Field] | Wrong };

const SETTINGS = ['name', 'telegramBot', 'whatsAppNumber', 'keepsDeniedAttempts'] as const;

/** The settings as they shall be, in the order of the form. What is omitted stays, and is not judged again. */
function readSettings(input: UpdateProjectInput, present: ProjectRow): ReadSettings {
  const { name, telegramBot, whatsAppNumber, keepsDeniedAttempts } = input;
  return {
    name: name === undefined ? present.name : readTitle(name),
    telegramBot: telegramBot === undefined ? present.telegramBot : readTelegramBot(telegramBot ?? ''),
    whatsAppNumber: whatsAppNumber === undefined ? present.whatsAppNumber : readWhatsAppNumber(whatsAppNumber ?? ''),
    keepsDeniedAttempts: keepsDeniedAttempts ?? present.keepsDeniedAttempts,
  };
}

function readTelegramBot(text: string): string | null | Wrong {
  if (trimInvisible(text) === '') return null;
  const message = 'The name of a Telegram bot has 5 to 32 letters, digits and underscores, and ends in "bot"';
  return parseTelegramBot(text) ?? wrong('telegramBot', 'TELEGRAM_BOT_INVALID', message);
}

function readWhatsAppNumber(text: string): PhoneNumber | null | Wrong {
  if (isBlankPhoneNumber(text)) return null;
  return parsePhoneNumber(text) ?? new Wrong(phoneNumberInvalid('whatsAppNumber', text));
}

/**
 * Deletes a project at once, however big it is: from now on it is gone for everybody, and the purge deletes the rows of its
 * users. Returns its id.
 */
export function deleteProject({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  requireWorkspaceRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await lockProject(tx, null, input.id);
    if (!project) return refuse(notFound('project'));
    await markProjectRemoved(tx, project.id);
    await markEnvironmentsRemoved(tx, project.id);
    await deleteKeysOfProject(tx, project.id);
    await deleteMembersOfProject(tx, project.id);
    await audit(tx, actor, 'PROJECT_DELETED', { projectId: project.id, id: project.id });
    return project.id;
  });
}
