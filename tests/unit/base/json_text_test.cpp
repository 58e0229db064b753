#include "base/json_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/json.h"

using namespace ims;

TEST_CASE("what is written piece by piece has the bytes of an equal value") {
    std::string out = "before ";
    JsonText json(out);
    json.begin_object();
    json.member("text", "a \"b\"");
    json.member("count", 7U);
    json.member("yes", true);
    json.key("list");
    json.begin_list();
    json.value("one");
    json.begin_object();
    json.end_object();
    json.begin_list();
    json.end_list();
    json.raw("null");
    json.end_list();
    json.member("last", std::string());
    json.end_object();
    const Json value = Json::object({{"text", "a \"b\""},
                                     {"count", 7},
                                     {"yes", true},
                                     {"list", Json::list({"one", Json::object(), Json::list(), nullptr})},
                                     {"last", ""}});
    CHECK(out == "before " + to_text(value));
}

TEST_CASE("every byte and what is no UTF-8 is written so that it is read again") {
    std::string all;
    for (int byte = 0; byte < 0x80; ++byte) all += static_cast<char>(byte);
    for (const std::string& text : {all, std::string("größer \u2028 😀"), std::string("a\x80z"), std::string("\xff"),
                                    std::string("\"\\\b\f\n\r\t\x01\x1f\x7f"), std::string()}) {
        CAPTURE(text);
        std::string out;
        append_json(out, text);
        CHECK(out == to_text(Json(text)));
        const auto read = parse_json(out);
        REQUIRE(read.has_value());
        if (text.find('\x80') == std::string::npos && text.find('\xff') == std::string::npos)
            CHECK(*read->as_text() == text);
    }
    std::string out;
    append_json(out, std::string_view("\x01\"\n\x1f", 4));
    CHECK(out == "\"\\u0001\\\"\\n\\u001f\"");
}
