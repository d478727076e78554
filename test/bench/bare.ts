import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The yardstick, a program of its own: `node:http` and one named prepared statement whose text is the answer. It checks,
 * hides, logs and refuses nothing.
 */
const text = `select json_build_object('data', json_build_object('entity', (
  select json_build_object('name', e.name, 'status', e.status, 'records', json_build_object('edges', coalesce((
    select json_agg(json_build_object('node', json_build_object(
      'title', i.title || ' ' || r.number,
      'determinedOn', r.determined_on,
      'item', json_build_object('code', i.code, 'title', i.title),
      'provider', json_build_object('name', d.name),
      'fields', (
        select json_agg(json_build_object(
          'key', f.key, 'title', f.title, 'value', r.content ->> f.key,
          'state', case when r.content ? f.key then 'SHOWN' else 'EMPTY' end
        ) order by f.position)
        from catalogue_field f where f.item_id = r.item_id
      )
    )) order by r.determined_on desc, r.id desc)
    from (
      select * from credit_record where entity_id = e.id and superseded_at is null
      order by determined_on desc, id desc limit 10
    ) r
    join catalogue_item i on i.id = r.item_id
    join department d on d.code = i.provider_code
  ), '[]')))
  from legal_entity e where e.uscc = $1
)))::text as answer`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
pool.on('error', () => process.exit(1));

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    // a GET asks whether it is up
    const asked = request.method === 'POST' ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
    const rows = asked && (await pool.query({ name: 'report', text, values: [asked.variables.uscc] })).rows;
    const body = Buffer.from(rows?.[0].answer ?? '');
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
