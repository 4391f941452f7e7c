// Makes a DICOM file of DICOM JSON (PS3.18 F) with dcmjs.
//
//   node json-to-dicom.mjs JSON FILE
//
// Runs in the folder that holds node_modules (see install.sh).
import fs from 'node:fs';

const [json, file] = process.argv.slice(2);
console.log = () => {};
const imported = await import('dcmjs');
const { DicomDict } = (imported.default ?? imported).data;
const parsed = JSON.parse(fs.readFileSync(json, 'utf8'));
const dataset = Array.isArray(parsed) ? parsed[0] : parsed;
const meta = {
  '00020001': { vr: 'OB', Value: [new Uint8Array([0, 1]).buffer] },
  '00020002': { vr: 'UI', Value: dataset['00080016'].Value },
  '00020003': { vr: 'UI', Value: dataset['00080018'].Value },
  '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
  '00020012': { vr: 'UI', Value: ['2.25.1'] },
};
const dict = new DicomDict(meta);
dict.dict = dataset;
fs.writeFileSync(file, Buffer.from(dict.write()));
