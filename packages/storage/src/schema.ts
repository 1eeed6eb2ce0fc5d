import { bigint, boolean, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/*
 * The tables as the queries see them. `migrations/` creates them; the contract suite compares the two.
 * Constraints, indexes and defaults stand only there.
 */

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const sequence = (name: string) => bigint(name, { mode: 'number' })

export const identities = pgTable('identities', {
  id: text('id').primaryKey(),
  name: text('name'),
  createdAt: moment('created_at').notNull(),
})

export const tokens = pgTable('tokens', {
  hash: bytea('hash').primaryKey(),
  identity: text('identity').notNull(),
  space: text('space'),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
})

export const documents = pgTable('documents', {
  id: text('id').primaryKey(),
  seq: sequence('seq').notNull(),
})

export const updates = pgTable(
  'updates',
  {
    document: text('document').notNull(),
    seq: sequence('seq').notNull(),
    author: text('author').notNull(),
    bytes: bytea('bytes').notNull(),
    at: moment('at').notNull(),
    quarantined: text('quarantined'),
  },
  (table) => [primaryKey({ columns: [table.document, table.seq] })],
)

export const snapshots = pgTable('snapshots', {
  document: text('document').primaryKey(),
  seq: sequence('seq').notNull(),
  bytes: bytea('bytes').notNull(),
  at: moment('at').notNull(),
})

export const spaces = pgTable('spaces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  document: text('document').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

export const members = pgTable(
  'members',
  {
    space: text('space').notNull(),
    identity: text('identity').notNull(),
    role: text('role', { enum: ['view', 'comment', 'edit', 'owner'] }).notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.space, table.identity] })],
)

export const links = pgTable('links', {
  id: text('id').primaryKey(),
  space: text('space').notNull(),
  tokenHash: bytea('token_hash').notNull(),
  role: text('role', { enum: ['view', 'comment', 'edit'] }).notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
  revokedAt: moment('revoked_at'),
})

export const versions = pgTable('versions', {
  id: text('id').primaryKey(),
  space: text('space').notNull(),
  name: text('name').notNull(),
  author: text('author').notNull(),
  createdAt: moment('created_at').notNull(),
  automatic: boolean('automatic').notNull(),
  bytes: bytea('bytes').notNull(),
})

export const jobs = pgTable('jobs', {
  id: text('id').primaryKey(),
  space: text('space').notNull(),
  kind: text('kind').notNull(),
  status: text('status').notNull(),
  author: text('author').notNull(),
  request: jsonb('request').notNull(),
  result: jsonb('result'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  leaseUntil: moment('lease_until'),
  queued: boolean('queued').notNull(),
  worker: text('worker'),
  attempts: integer('attempts').notNull(),
  contentKey: text('content_key'),
  progress: jsonb('progress'),
})
