// What the Cornerstone3D adapters make of a structured report.
//
//   node read-sr.mjs FILE COLUMNS ROWS COLUMN_SPACING ROW_SPACING
//
// Prints one line of JSON: for each tool the annotations with the points in DICOM image coordinates and the value
// that the tool computes anew, and all warnings. Runs in the folder that holds node_modules (see install.sh).
import fs from 'node:fs';

const [file, columns, rows, columnSpacing, rowSpacing] = process.argv.slice(2);
const warnings = [];
const note = (...parts) =>
  warnings.push(parts.map((p) => p?.message ?? (typeof p === 'string' ? p : '[object]')).join(' '));
const print = console.log;
console.log = () => {};
console.info = () => {};
console.warn = note;
console.error = note;

const { adaptersSR } = await import('@cornerstonejs/adapters');
const { metaData } = await import('@cornerstonejs/core');
const imported = await import('dcmjs');
const dcmjs = imported.default ?? imported;
const { default: angleBetweenLines } = await import(
  './node_modules/@cornerstonejs/tools/dist/esm/utilities/math/angle/angleBetweenLines.js'
);

const bytes = fs.readFileSync(file);
const message = dcmjs.data.DicomMessage.readFile(
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
);
const report = dcmjs.data.DicomMetaDictionary.naturalizeDataset(message.dict);
report._meta = message.meta;

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const imageIds = {};
for (const study of list(report.CurrentRequestedProcedureEvidenceSequence)) {
  for (const series of list(study.ReferencedSeriesSequence)) {
    for (const { ReferencedSOPInstanceUID: uid } of list(series.ReferencedSOPSequence)) {
      imageIds[uid] = `peer:${uid}`;
      imageIds[`${uid}:1`] = `peer:${uid}`;
    }
  }
}
const [dx, dy] = [Number(columnSpacing), Number(rowSpacing)];
const plane = {
  frameOfReferenceUID: '1.2.3',
  rowCosines: [1, 0, 0],
  columnCosines: [0, 1, 0],
  imagePositionPatient: [0, 0, 0],
  imageOrientationPatient: [1, 0, 0, 0, 1, 0],
  columnPixelSpacing: dx,
  rowPixelSpacing: dy,
  rows: Number(rows),
  columns: Number(columns),
};
metaData.addProvider((type) => {
  if (type === 'imagePlaneModule') return plane;
  if (type === 'imagePixelModule') return { rows: plane.rows, columns: plane.columns };
  return type === 'instance' ? {} : undefined;
}, 10000);

// How each tool computes its value when the annotation is loaded.
const recompute = {
  Length: ([p, q]) => Math.hypot(...p.map((v, i) => v - q[i])),
  Angle: ([p, vertex, q]) => angleBetweenLines([p, vertex], [vertex, q]),
  CobbAngle: (p) => {
    let least = Infinity;
    let value;
    for (let i = 0; i < 2; i++) {
      for (let j = 2; j < 4; j++) {
        const distance = Math.hypot(...p[i].map((v, k) => v - p[j][k]));
        if (distance < least) {
          least = distance;
          value = angleBetweenLines([p[1 - i], p[i]], [p[j], p[5 - j]]);
        }
      }
    }
    return value;
  },
};

const state = adaptersSR.Cornerstone3D.MeasurementReport.generateToolState(report, imageIds, {
  get: (...query) => metaData.get(...query),
});
const tools = {};
for (const [tool, measurements] of Object.entries(state)) {
  tools[tool] = measurements.map((m) => {
    const points = m.annotation.data.handles.points.map((p) => [...p]);
    return {
      label: m.annotation.data.label,
      uid: m.TrackingUniqueIdentifier,
      finding: list(m.finding)[0]?.CodeValue,
      points: points.map((p) => [p[0] / dx + 0.5, p[1] / dy + 0.5]),
      value: recompute[tool]?.(points),
    };
  });
}
print(JSON.stringify({ tools, warnings }));
process.exit(0);
