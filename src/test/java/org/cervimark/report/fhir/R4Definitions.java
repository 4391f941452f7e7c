package org.cervimark.report.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * The definitions of R4 that come with HAPI, each parsed when somebody asks for it. HAPI itself
 * parses and converts all of more than 600 before it validates the first resource, which takes most
 * of the time of a validation.
 */
final class R4Definitions extends DefaultProfileValidationSupport {

  private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
  private static final List<String> OURS =
      List.of(
          "Resource",
          "DomainResource",
          "Bundle",
          "CodeSystem",
          "Device",
          "DiagnosticReport",
          "ImagingStudy",
          "Observation",
          "Patient",
          "Practitioner");
  private static final String START = "<StructureDefinition xmlns";
  private static final String END = "</StructureDefinition>";
  private static final String URL = "<url value=\"";
  private static final int FEWEST_TYPES = 50;
  private static final int FEWEST_RESOURCES = 140;

  private final IParser parser;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, StructureDefinition> parsed = new HashMap<>();
  private final List<StructureDefinition> known = new ArrayList<>();

  /** Reads the definitions of data types and finds those of resources. */
  R4Definitions(FhirContext context) {
    super(context);
    this.parser = context.newXmlParser();
    find("profile/profiles-resources.xml");
    find("extension/extension-definitions.xml");
    List<String> resources = List.copyOf(texts.keySet());
    find("profile/profiles-types.xml");
    texts.keySet().stream()
        .filter(url -> !resources.contains(url))
        .forEach(url -> known.add(definition(url)));
    OURS.forEach(name -> known.add(definition(BASE + name)));
    if (known.size() < FEWEST_TYPES || resources.size() < FEWEST_RESOURCES) {
      throw new IllegalStateException(known.size() + " types, " + resources.size() + " resources");
    }
  }

  private void find(String name) {
    String all = text("/org/hl7/fhir/r4/model/" + name);
    int from = all.indexOf(START);
    while (from >= 0) {
      int to = all.indexOf(END, from) + END.length();
      int url = all.indexOf(URL, from) + URL.length();
      texts.put(all.substring(url, all.indexOf('"', url)), all.substring(from, to));
      from = all.indexOf(START, to);
    }
  }

  private static String text(String name) {
    try (InputStream in = StructureDefinition.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized StructureDefinition definition(String url) {
    return parsed.computeIfAbsent(
        url, u -> parser.parseResource(StructureDefinition.class, texts.get(u)));
  }

  /** Those of data types and of the resources that we write: a validator knows no others. */
  @Override
  @SuppressWarnings("unchecked")
  public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
    return (List<T>) List.copyOf(known);
  }

  /** A definition; none for what R4 does not define, of which the validator then complains. */
  @Override
  @SuppressWarnings("NullAway")
  public IBaseResource fetchStructureDefinition(String url) {
    String whole = url.startsWith("http") ? url : BASE + url;
    return texts.containsKey(whole) ? definition(whole) : null;
  }
}
