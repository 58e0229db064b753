// Whatever text it is, and wherever the cursor: what is asked there is answered, and as the protocol has it.
#include <algorithm>
#include <cstdlib>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

constexpr std::string_view kTexts[] = {
    "risk: a\ntitle: \"Flowers \\\"wilt\\\" \xF0\x9F\x8C\xB7\"  # why?\nowner: person/p-01\nprocesses: [sell,\n  buy]\n"
    "review: {last: 2026-01-01, every: 1 y}\nclauses:\n  - iso-9001-2026:8.4.1\n---\nrole: b\ntitle: B\n",
    "process: sell\r\ntitle: Sell\r\nactivities:\r\n- name: 'it''s'\r\n  responsible: [owner]\r\n- name: x\r\n"
    "description: >-\r\n  Many\r\n\r\n  words: of it\r\nexceptions:\r\n  - rule: risk-over-appetite\r\n    until: "
    "2027-01-01\r\n",
    "\xEF\xBB\xBF{risk: a, \"title\": 'b', x: [[{c: [d, {e: f}]}], ]}\n",
    "applicability: a\nagainst: iso-9001-2026\ndecisions: {A.5.1: {applies: yes}, 4.1: }\n\t- x\n  y\n z:\n",
    "a: ]}{[\nb: \"\nc: '\n- d\n -e\n- - - f:\n? g\n: h\n&a !b *c\n%x\n|\n>\n\xFF\xC3: \xE2\x82\n",
};

bool holds_cursor(const Json& range, const Json& position) {
    const TextRange where = read_range(range);
    const TextPosition cursor = read_position(position);
    return where.begin.line == where.end.line && where.begin <= cursor && cursor <= where.end;
}

void ask_there(Editor& editor, const std::string& name, const TextLines& lines, std::uint32_t offset) {
    // Behind the end of a line is at its end.
    const std::uint32_t real = lines.offset(lines.position(offset, Encoding::utf16), Encoding::utf16);
    const Json position = position_json(lines.position(real, Encoding::utf16));
    const Json params = Json::object({{"textDocument", Editor::document(name)}, {"position", position}});
    const Json hover = editor.ask("textDocument/hover", params);
    if (hover.type() != Json::Type::null) CHECK(holds_cursor(*hover.find("range"), position));
    const Json list = editor.ask("textDocument/completion", params);
    if (list.type() == Json::Type::null) return;
    CHECK(std::ranges::all_of(*at(list, {"items"}).as_list(), [&](const Json& item) {
        return holds_cursor(at(item, {"textEdit", "range"}), position) &&
               !text_at(item, {"textEdit", "newText"}).empty();
    }));
}

TEST_CASE("every place of a text is answered for, and every beginning of it") {
    // IMS_LONG_TESTS=1 looks at all of them.
    const std::size_t stride = std::getenv("IMS_LONG_TESTS") != nullptr ? 1 : 5;
    Editor editor(FilesOfFolder{{"roles/owner.yaml", "role: owner\ntitle: Owner\n"},
                                {"people/p.yaml", "person: p-01\ntitle: Mia\n"}});
    for (const std::string name : {"risks/any.yaml", "ims.yaml"}) {
        for (const std::string_view text : kTexts) {
            CAPTURE(text);
            const std::vector<std::uint32_t> starts = line_starts_of(text);
            editor.type(name, text);
            for (std::uint32_t offset = 0; offset <= text.size(); offset += static_cast<std::uint32_t>(stride))
                ask_there(editor, name, {text, starts}, offset);
            for (std::size_t size = text.size() % stride; size < text.size(); size += stride) {
                const std::string_view beginning = text.substr(0, size);
                const std::vector<std::uint32_t> its_starts = line_starts_of(beginning);
                editor.type(name, beginning);
                ask_there(editor, name, {beginning, its_starts}, static_cast<std::uint32_t>(size));
            }
        }
    }
}

}  // namespace
}  // namespace ims
