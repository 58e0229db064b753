#include "readers.h"

#if IMS_HAS_LIBYAML

#include <string>

#include <yaml.h>

namespace ims::test {

namespace {

std::string_view text_of(const yaml_char_t* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

Shape shape_of(yaml_scalar_style_t style) {
    switch (style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: return Shape::single_quoted;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return Shape::double_quoted;
        case YAML_LITERAL_SCALAR_STYLE: return Shape::literal;
        case YAML_FOLDED_SCALAR_STYLE: return Shape::folded;
        default: return Shape::plain;
    }
}

// What the event is called in a refusal; empty where it could be added.
std::string add_event(const yaml_event_t& event, ReadingBuilder& builder) {
    switch (event.type) {
        case YAML_SCALAR_EVENT: {
            const auto& scalar = event.data.scalar;
            builder.add_scalar(shape_of(scalar.style),
                               std::string(reinterpret_cast<const char*>(scalar.value), scalar.length),
                               text_of(scalar.anchor));
            return {};
        }
        case YAML_SEQUENCE_START_EVENT: builder.open(Shape::list, text_of(event.data.sequence_start.anchor)); return {};
        case YAML_MAPPING_START_EVENT: builder.open(Shape::map, text_of(event.data.mapping_start.anchor)); return {};
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT: builder.close(); return {};
        case YAML_ALIAS_EVENT:
            return builder.add_alias(text_of(event.data.alias.anchor)) ? std::string() : "found undefined alias";
        case YAML_DOCUMENT_END_EVENT: builder.end_document(); return {};
        default: return {};
    }
}

}  // namespace

bool has_libyaml() { return true; }

Reading read_by_libyaml(std::string_view bytes) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    ReadingBuilder builder;
    std::string refusal;
    for (bool done = false; !done && refusal.empty();) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            refusal = parser.problem == nullptr ? "no reason" : parser.problem;
            if (parser.context != nullptr) refusal += std::string(", ") + parser.context;
            break;
        }
        refusal = add_event(event, builder);
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    Reading reading = builder.take();
    reading.refusal = refusal;
    return reading;
}

}  // namespace ims::test

#else

namespace ims::test {

bool has_libyaml() { return false; }
Reading read_by_libyaml(std::string_view) { return {}; }

}  // namespace ims::test

#endif
