package org.preceptorportal.night;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The steps that batch-jobs/night.xml declares, in their order: the one place that lists them. */
final class NightSteps {
    static final List<String> NAMES = read();

    private NightSteps() {}

    private static List<String> read() {
        try (InputStream xml =
                NightSteps.class.getResourceAsStream("/META-INF/batch-jobs/night.xml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList steps = factory.newDocumentBuilder().parse(xml).getElementsByTagName("step");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < steps.getLength(); i++) {
                names.add(((Element) steps.item(i)).getAttribute("id"));
            }
            return List.copyOf(names);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("batch-jobs/night.xml cannot be read", e);
        }
    }
}
