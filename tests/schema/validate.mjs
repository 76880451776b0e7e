// SPDX-License-Identifier: Apache-2.0
// ajv validates against the schemas: node validate.mjs FOLDER, which holds *.schema.json. Each line on
// standard input is {"schema": "policy.schema.json", "value": …}; each line out is what ajv finds
// wrong with it: [] or [{"at": "/sections/0", "keyword": "pattern"}, …].
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";

// strictTypes wants a type beside each keyword; the schemas have it where a part is used.
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, validateFormats: false });
const folder = process.argv[2];
for (const name of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, value } = JSON.parse(line);
  const validate = ajv.getSchema(schema);
  const errors = validate(value) ? [] : validate.errors;
  console.log(JSON.stringify(errors.map((error) => ({ at: error.instancePath, keyword: error.keyword }))));
}
