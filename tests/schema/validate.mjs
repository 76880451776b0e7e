// SPDX-License-Identifier: Apache-2.0
// ajv validates against the schemas: node validate.mjs FOLDER [weakened]; the folder holds *.schema.json. Each line on
// standard input is {"schema": "policy.schema.json", "value": …}; each line out is what ajv finds
// wrong with it: [] or [{"at": "/sections/0", "keyword": "pattern"}, …].
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";

// `weakened`: rules were taken out of the schemas, types among them, to see that it shows.
const [folder, how] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, strictTypes: how !== "weakened", allErrors: true, validateFormats: false });
for (const name of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, value } = JSON.parse(line);
  const validate = ajv.getSchema(schema);
  const errors = validate(value) ? [] : validate.errors;
  console.log(JSON.stringify(errors.map((error) => ({ at: error.instancePath, keyword: error.keyword }))));
}
