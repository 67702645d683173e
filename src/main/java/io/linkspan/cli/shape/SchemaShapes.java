package io.linkspan.cli.shape;

import io.linkspan.cli.shape.Dom.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Follows the declarations of XML Schema 1.0 from an element or type down to its values. */
final class SchemaShapes {
    private static final int DEEPEST = 30;
    /** Types that hold each other twice would unfold without end; whoever has as many fields maps few of them. */
    private static final int MOST_SHAPES = 2_000;

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    private final XmlSchemas schemas;
    private final Deque<Element> types = new ArrayDeque<>();
    private int shapes;

    SchemaShapes(XmlSchemas schemas) {
        this.schemas = schemas;
    }

    /** The shape of an element as it is declared, globally or within a type. */
    Shape element(Element declaration) {
        Element meant = resolve("element", declaration);
        Shape shape = Shape.element(nameOf(meant)).in(namespaceOf(meant));
        shape.repeats(repeats(declaration)).mayMiss("0".equals(declaration.getAttribute("minOccurs")));
        shape.mayBeNil("true".equals(meant.getAttribute("nillable")));
        String type = Dom.attribute(meant, "type");
        if (type != null) {
            type(shape, Dom.qualified(meant, type));
        } else {
            inline(shape, meant);
        }
        return shape;
    }

    /** Fills a shape with what a global type holds. */
    void type(Shape shape, QualifiedName name) {
        Element complex = schemas.find("complexType", name);
        Element simple = schemas.find("simpleType", name);
        if (complex != null) {
            complex(shape, complex);
            if ("true".equals(complex.getAttribute("abstract"))) {
                shape.isOneOf(schemas.kindsOf(complex));
            }
        } else if (simple != null) {
            simple(shape, simple);
        } else if (name.namespace().equals(XmlSchemas.XS)) {
            shape.ofType(name.local());
            openIfAny(shape, name.local());
        } else {
            shape.open();
        }
    }

    private static void openIfAny(Shape shape, String builtIn) {
        if (builtIn.equals("anyType")) {
            shape.open();
        }
    }

    private void inline(Shape shape, Element declaration) {
        Element complex = Dom.child(declaration, "complexType");
        Element simple = Dom.child(declaration, "simpleType");
        if (complex != null) {
            complex(shape, complex);
        } else if (simple != null) {
            simple(shape, simple);
        }
    }

    private void simple(Shape shape, Element simpleType) {
        Element restriction = Dom.child(simpleType, "restriction");
        String base = restriction == null ? null : Dom.attribute(restriction, "base");
        if (restriction != null && base != null && !types.contains(simpleType)) {
            types.push(simpleType);
            type(shape, Dom.qualified(restriction, base));
            types.pop();
            Dom.children(restriction, "enumeration").forEach(word -> shape.allows(word.getAttribute("value")));
            Dom.children(restriction, "pattern").forEach(pattern -> shape.follows(pattern.getAttribute("value")));
        }
    }

    private void complex(Shape shape, Element complexType) {
        if (types.contains(complexType) || types.size() > DEEPEST || ++shapes > MOST_SHAPES) {
            shape.open();
            return;
        }
        types.push(complexType);
        content(shape, complexType, false, false);
        types.pop();
    }

    private void content(Shape shape, Element parent, boolean often, boolean maybe) {
        for (Element child : Dom.children(parent)) {
            boolean repeated = often || repeats(child);
            boolean optional = maybe || "0".equals(child.getAttribute("minOccurs"));
            switch (child.getLocalName()) {
                case "element" -> shape.add(element(child)).repeats(often).mayMiss(maybe);
                case "sequence", "all", "complexContent", "simpleContent" -> content(shape, child, repeated, optional);
                case "choice" -> content(shape, child, repeated, true);
                case "group", "attributeGroup" ->
                    group(shape, resolve(child.getLocalName(), child), repeated, optional);
                case "extension" -> extend(shape, child);
                case "restriction" -> restrict(shape, child);
                case "attribute" -> attribute(shape, child);
                case "any" -> shape.open();
                default -> {
                    // annotations and constraints say nothing about what stands where
                }
            }
        }
    }

    private void group(Shape shape, Element group, boolean often, boolean maybe) {
        if (types.contains(group) || types.size() > DEEPEST) {
            shape.open();
            return;
        }
        types.push(group);
        content(shape, group, often, maybe);
        types.pop();
    }

    private void extend(Shape shape, Element extension) {
        QualifiedName base = Dom.qualified(extension, extension.getAttribute("base"));
        Element complex = schemas.find("complexType", base);
        if (complex == null) {
            type(shape, base);
        } else {
            complex(shape, complex);
        }
        content(shape, extension, false, false);
    }

    /** A restriction of a SOAP-encoded array (SOAP 1.1, section 5.4) names the type of its items. */
    private void restrict(Shape shape, Element restriction) {
        content(shape, restriction, false, false);
        QualifiedName base = Dom.qualified(restriction, restriction.getAttribute("base"));
        if (base.namespace().equals(XmlSchemas.XS)) {
            shape.ofType(base.local());
        }
        Dom.children(restriction, "attribute")
                .filter(attribute -> attribute.hasAttributeNS(WSDL, "arrayType"))
                .forEach(attribute -> items(shape, attribute));
    }

    private void items(Shape shape, Element attribute) {
        String written = attribute.getAttributeNS(WSDL, "arrayType").replaceAll("\\[.*", "");
        Shape item = shape.add(Shape.element("item").repeats(true).mayMiss(true));
        type(item, Dom.qualified(attribute, written));
    }

    private void attribute(Shape shape, Element declaration) {
        Element meant = resolve("attribute", declaration);
        if (declaration.hasAttributeNS(WSDL, "arrayType") || "prohibited".equals(declaration.getAttribute("use"))) {
            return;
        }
        Shape attribute = Shape.attribute(nameOf(meant));
        String type = Dom.attribute(meant, "type");
        if (type != null) {
            type(attribute, Dom.qualified(meant, type));
        }
        shape.add(attribute).mayMiss(!"required".equals(declaration.getAttribute("use")));
    }

    private Element resolve(String kind, Element declaration) {
        String reference = Dom.attribute(declaration, "ref");
        @Nullable Element global = reference == null ? null : schemas.find(kind, Dom.qualified(declaration, reference));
        return global == null ? declaration : global;
    }

    private static String nameOf(Element declaration) {
        String name = Dom.attribute(declaration, "name");
        String reference = declaration.getAttribute("ref");
        return name != null ? name : reference.substring(reference.indexOf(':') + 1);
    }

    /** XML Schema 1.0, 3.3.2: global elements are qualified, local ones where they or their schema say so. */
    private static String namespaceOf(Element declaration) {
        Element schema = declaration.getOwnerDocument().getDocumentElement();
        Node above = declaration.getParentNode();
        boolean global = above != null && "schema".equals(above.getLocalName());
        while (above instanceof Element element) {
            schema = element;
            above = "schema".equals(element.getLocalName()) ? null : element.getParentNode();
        }
        String form = declaration.hasAttribute("form")
                ? declaration.getAttribute("form")
                : schema.getAttribute("elementFormDefault");
        return global || form.equals("qualified") ? schema.getAttribute("targetNamespace") : "";
    }

    private static boolean repeats(Element particle) {
        String most = particle.getAttribute("maxOccurs");
        return most.equals("unbounded") || (most.matches("\\d+") && !most.equals("0") && !most.equals("1"));
    }
}
