package org.crmkit.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Turns a parser's complaint into one that names the place. */
final class JsonProblems {
    private static final int LONGEST_POINTER = 200;
    private static final int LONGEST_TEXT = 700;

    private JsonProblems() {}

    /** Without the parser's exception as a cause: its message, which every log prints, quotes what stood in the document. */
    static JsonInputException toInputException(JsonProcessingException problem) {
        return new JsonInputException(
                shortened(pointer(problem), LONGEST_POINTER), shortened(text(problem), LONGEST_TEXT));
    }

    private static String pointer(JsonProcessingException problem) {
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            StringBuilder pointer = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                pointer.append('/')
                        .append(
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : escaped(step.getFieldName()));
            }
            return pointer.toString();
        }
        return problem.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    /** A value's own check says best what is wrong; else the parser's complaint is put in the words of the document. */
    private static String text(JsonProcessingException problem) {
        Throwable cause = problem.getCause();
        if (cause instanceof IllegalArgumentException
                || cause instanceof NullPointerException
                || cause instanceof ArithmeticException) {
            return String.valueOf(cause.getMessage());
        }
        return JsonComplaints.of(problem);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
