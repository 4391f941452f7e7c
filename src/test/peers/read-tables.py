# Reads what an export wrote with Python's own CSV reader and judges its JSON by Python's jsonschema.
#
#   python3 read-tables.py FOLDER SCHEMA
#
# Prints one JSON object: the rows of each table, with numbers where a value is one, and complaints.
import csv
import json
import pathlib
import sys

import jsonschema

folder, schema = map(pathlib.Path, sys.argv[1:])
said = {'tables': {}, 'complaints': []}
for table in sorted(folder.glob('*.csv')):
    with open(table, newline='', encoding='utf-8') as file:
        rows = list(csv.reader(file, strict=True))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            said['complaints'].append(f'{table.name}, row {number}: {len(row)} fields')
    if len(set(rows[0])) != len(rows[0]):
        said['complaints'].append(f'{table.name}: a column is there twice')
    said['tables'][table.name] = [dict(zip(rows[0], row)) for row in rows[1:]]
for row in said['tables'].get('values.csv', []):
    row['number'] = float(row['value']) if row['value'] else None
validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding='utf-8')))
validator.check_schema(validator.schema)
for line in (folder / 'readings.jsonl').read_text(encoding='utf-8').splitlines():
    said['complaints'] += [error.message for error in validator.iter_errors(json.loads(line))]
print(json.dumps(said))
