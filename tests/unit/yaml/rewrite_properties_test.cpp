// Whatever is written wherever in whatever file: it reads as it should, and nothing else reads otherwise. On all
// layouts of nasty_texts.h, and on samples of the files of examples/ and tests/rules/; IMS_LONG_TESTS takes them all.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "yaml/describe.h"
#include "yaml/nasty_texts.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"

using namespace ims;

namespace {

std::size_t written = 0;  // edits that were looked at

bool is_long() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

// What a file says, node by node, with something else in the place of one of them.
class Said {
public:
    Said(const YamlTree& tree, std::string_view bytes, NodeId changed = {}, std::string to = {})
        : tree_(tree), bytes_(bytes), changed_(changed), to_(std::move(to)) {}

    [[nodiscard]] std::string of_file() const {
        std::string said;
        for (const YamlDocument& document : tree_.documents) {
            said += document.broken ? "broken\n" : document.root.known() ? of(document.root) + "\n" : "none\n";
        }
        return said;
    }
    [[nodiscard]] std::string of(NodeId node) const {
        const YamlNode& entry = tree_[node];
        const std::string anchor = entry.anchored ? "&" : "";
        if (node == changed_) return anchor + to_;
        switch (entry.type) {
            case NodeType::null: return anchor + "null";
            case NodeType::alias: return std::string(bytes_.substr(entry.begin, entry.end - entry.begin));
            case NodeType::scalar: return anchor + text(tree_.text(node, bytes_));
            case NodeType::list: return anchor + "[" + inside(node) + "]";
            case NodeType::map: return anchor + "{" + inside(node) + "}";
        }
        return {};
    }

    // The children of a list or map, with something behind the first two.
    [[nodiscard]] std::string inside(NodeId node, const std::string& behind_second = {}) const {
        std::string said;
        std::size_t count = 0;
        for (NodeId child(node.value + 1); child.value < tree_.after(node); child = NodeId(tree_.after(child))) {
            said += of(child) + ",";
            if (++count == 2) said += behind_second;
        }
        return said + (count == 0 ? behind_second : "");
    }
    // The children but for those at `left_out` and, of a map, its value.
    [[nodiscard]] std::string without(NodeId node, NodeId left_out) const {
        std::string said;
        const bool is_map = tree_[node].type == NodeType::map;
        for (NodeId child(node.value + 1); child.value < tree_.after(node); child = NodeId(tree_.after(child))) {
            if (child != left_out) said += of(child) + ",";
            else if (is_map) child = NodeId(tree_.after(child));
        }
        return said;
    }

    static std::string text(std::string_view text) { return "<" + visible(text) + ">"; }
    static std::string text(const NewValue& value) {
        if (value.form == NewValue::Form::nothing) return "null";
        if (value.form == NewValue::Form::text) return text(value.text);
        std::string said;
        for (const NewValue& item : value.items) said += text(item) + ",";
        for (const NewEntry& entry : value.entries) said += text(entry.key) + "," + text(entry.value) + ",";
        return value.form == NewValue::Form::list ? "[" + said + "]" : "{" + said + "}";
    }

private:
    const YamlTree& tree_;
    std::string_view bytes_;
    NodeId changed_;
    std::string to_;
};

std::string applied(std::string_view bytes, const TextEdit& edit) {
    std::string changed(bytes);
    changed.replace(edit.begin, edit.end - edit.begin, edit.text);
    return changed;
}

struct File {
    std::string name;
    std::string bytes;
};

std::vector<File> layout_files() {
    std::vector<File> files;
    for (const std::string& layout : test::layouts()) {
        files.push_back({"layout", layout});
        files.push_back({"layout with \\r\\n", test::with_line_ends(layout, "\r\n")});
        if (layout.ends_with('\n')) files.push_back({"layout without end", layout.substr(0, layout.size() - 1)});
    }
    return files;
}

const std::vector<File>& source_files() {
    static const std::vector<File> files = [] {
        namespace fs = std::filesystem;
        std::vector<fs::path> paths;
        for (const std::string folder : {"/examples", "/tests/rules"}) {
            for (const auto& entry : fs::recursive_directory_iterator(IMS_SOURCE + folder)) {
                if (entry.is_regular_file() && entry.path().extension() == ".yaml") paths.push_back(entry.path());
            }
        }
        std::sort(paths.begin(), paths.end());
        std::vector<File> read;
        for (const fs::path& path : paths) {
            std::ifstream in(path, std::ios::binary);
            read.push_back({path.string(), {std::istreambuf_iterator<char>(in), {}}});
        }
        return read;
    }();
    return files;
}

// Tells once for each file what went wrong first.
class FileCheck {
public:
    explicit FileCheck(const File& file) : file_(file), tree_(parse_yaml(file.bytes)) {}

    [[nodiscard]] const YamlTree& tree() const { return tree_; }
    [[nodiscard]] const std::string& bytes() const { return file_.bytes; }

    void replace(NodeId node, const std::string& text) {
        const Result<TextEdit> edit = replace_scalar(tree_, bytes(), node, text);
        if (is_excused(edit, node, text)) return;
        compare(edit, node, Said::text(text), text);
        if (!edit || tree_[node].begin == tree_[node].end) return;
        expect(edit->begin >= tree_[node].begin && edit->end <= tree_[node].end, "changes bytes of others", text);
    }

    // What stands in the text at `begin` becomes `text`.
    void replace_in(NodeId node, std::size_t begin, std::size_t size, const std::string& text) {
        std::string whole(tree_.text(node, bytes()));
        const std::string was = whole.substr(begin, size);
        const std::size_t first = whole.find(was);
        const bool once = !was.empty() && whole.find(was, first + 1) == std::string::npos;
        const Result<TextEdit> edit = replace_in_scalar(tree_, bytes(), node, was, text);
        if (!once) {
            expect(!edit, "replaces one of several places", was);
            return;
        }
        whole.replace(begin, size, text);
        if (is_excused(edit, node, whole)) return;
        compare(edit, node, Said::text(whole), was + " -> " + text);
    }

    void add(NodeId node, const NewValue& item) {
        const YamlNode& list = tree_[node];
        const Result<TextEdit> edit = add_item(tree_, bytes(), node, item);
        if (!edit) {
            const NodePlace place = place_of(tree_, node);
            const std::string why = edit.error().message();
            const bool excused = place.is_key || list.type == NodeType::alias ||
                                 (list.type == NodeType::map && !is_bracketed(tree_, node)) ||
                                 (list.type != NodeType::list && why.starts_with("the value has an anchor or a tag")) ||
                                 why.starts_with("the key after `?`") ||
                                 (why.ends_with("too deep") && place.depth > 90) ||
                                 (why.starts_with("the file ends within") && !bytes().ends_with('\n'));
            expect(excused, why, Said::text(item));
            return;
        }
        const Said said(tree_, bytes());
        std::string before;
        if (list.type == NodeType::list) {
            before = said.inside(node);
        } else if (list.type != NodeType::null) {
            before = said.of(node) + ",";
        }
        compare(edit, node, "[" + before + Said::text(item) + ",]", Said::text(item));
    }

    // A map gets an entry behind its first one.
    void add_entry(NodeId map, const NewEntry& entry) {
        const Result<TextEdit> edit = add_entries(tree_, bytes(), map, {entry}, {});
        if (!edit) return expect(!edit.error().message().empty(), "is refused, and nobody says why", entry.key);
        const std::string added = Said::text(entry.key) + "," + Said::text(entry.value) + ",";
        compare(edit, map, "{" + Said(tree_, bytes()).inside(map, added) + "}", entry.key);
    }

    // A key with its value, or an item, goes.
    void remove(NodeId node) {
        const NodePlace place = place_of(tree_, node);
        const bool is_item = place.parent.known() && tree_[place.parent].type == NodeType::list;
        const Result<TextEdit> edit = is_item ? remove_item(tree_, bytes(), node) : remove_entry(tree_, bytes(), node);
        if (!place.is_key && !is_item) return expect(!edit, "something else than an item or a key goes", "");
        if (!edit) return expect(!edit.error().message().empty(), "is refused, and nobody says why", "");
        // What an alias names cannot go; whoever writes files sees that.
        if (holds_anchor(node) || (place.is_key && holds_anchor(NodeId(tree_.after(node))))) return;
        const std::string rest = Said(tree_, bytes()).without(place.parent, node);
        compare(edit, place.parent, is_item ? "[" + rest + "]" : "{" + rest + "}", "");
    }

private:
    [[nodiscard]] bool holds_anchor(NodeId node) const {
        for (std::uint32_t inner = node.value; inner < tree_.after(node); ++inner) {
            if (tree_[NodeId(inner)].anchored) return true;
        }
        return false;
    }

    // Errors that must be: two keys of one name, a key that is too long, a `?` without its `:`, an alias.
    [[nodiscard]] bool is_excused(const Result<TextEdit>& edit, NodeId node, const std::string& text) {
        const YamlNode& old = tree_[node];
        const NodePlace place = place_of(tree_, node);
        bool must_fail =
            old.type == NodeType::alias || old.is_collection() || first_invalid_utf8(text) != std::string::npos;
        bool may_fail = old.style == ScalarStyle::none;
        if (place.is_key) {
            may_fail = text.size() > 150;
            must_fail = must_fail || text.size() > 1024;
            for (const YamlEntry entry : tree_.entries(place.parent)) {
                must_fail = must_fail || (entry.key != node && tree_.text(entry.key, bytes()) == text);
            }
        }
        if (must_fail) expect(!edit, "is written though it cannot be", text);
        return must_fail || (may_fail && !edit);
    }

    void compare(const Result<TextEdit>& edit, NodeId node, const std::string& to, const std::string& what) {
        if (!edit) return expect(false, edit.error().message(), what);
        ++written;
        const std::string changed = applied(bytes(), *edit);
        const YamlTree read = parse_yaml(changed);
        const std::string said = Said(read, changed).of_file();
        const std::string due = Said(tree_, bytes(), node, to).of_file();
        expect(said == due, changed + "\n--- says\n" + said + "--- but is to say\n" + due, what);
        for (const YamlProblem& problem : read.problems) {
            const auto same = [&](const YamlProblem& other) { return other.mistake == problem.mistake; };
            expect(std::ranges::count_if(read.problems, same) <= std::ranges::count_if(tree_.problems, same),
                   changed + "\n--- " + test::problem_words(problem, read, changed).message, what);
        }
    }

    void expect(bool holds, const std::string& what, const std::string& text) {
        if (holds || told_) return;
        told_ = true;
        INFO(file_.name);
        INFO(bytes());
        INFO(shorten(text, 200));
        CHECK_MESSAGE(holds, what.substr(0, 4000));
    }

    const File& file_;
    YamlTree tree_;
    bool told_ = false;
};

NewValue text_value(std::string text) {
    NewValue value;
    value.text = std::move(text);
    return value;
}

// A text, a list or a map, of texts in turn.
NewValue any_value(test::NastyTexts& texts, const std::string& text) {
    NewValue value;
    switch (texts.below(4)) {
        case 0:
            value.form = NewValue::Form::list;
            for (std::size_t left = texts.below(3); left > 0; --left) value.items.push_back(text_value(text));
            return value;
        case 1:
            value.form = NewValue::Form::map;
            if (texts.below(4) == 0) return value;
            value.entries.push_back({"a", text_value(text)});
            value.entries.push_back({text.size() < 200 && text != "a" ? text : "b", any_value(texts, text)});
            return value;
        default: return text_value(text);
    }
}

const std::string& any_text(test::NastyTexts& texts, std::string& made) {
    if (texts.below(2) == 0) return test::nasty_texts()[texts.below(test::nasty_texts().size())];
    made = texts.next();
    return made;
}

// Calls `check(file, node, text)` with every node and text of the layouts, or one in so many.
template <class Check>
void on_layouts(std::size_t one_in, Check check) {
    test::NastyTexts texts(20260101);
    for (const File& file : layout_files()) {
        FileCheck in(file);
        for (std::uint32_t index = 0; index < in.tree().nodes.size(); ++index) {
            for (const std::string& text : test::nasty_texts()) {
                if (is_long() || texts.below(one_in) == 0) check(in, NodeId(index), text, texts);
            }
            if (is_long() || texts.below(3) == 0) check(in, NodeId(index), texts.next(), texts);
        }
    }
}

// The same with as many nodes of the files that people wrote.
template <class Check>
void on_source_files(std::size_t times, Check check) {
    test::NastyTexts texts(7);
    std::string made;
    REQUIRE(source_files().size() > 100);
    const auto check_node = [&](FileCheck& in, NodeId node) { check(in, node, any_text(texts, made), texts); };
    if (is_long()) {
        for (const File& file : source_files()) {
            FileCheck in(file);
            for (std::uint32_t index = 0; index < in.tree().nodes.size(); ++index) {
                for (int time = 0; time < 10; ++time) check_node(in, NodeId(index));
            }
        }
        return;
    }
    for (std::size_t time = 0; time < times; ++time) {
        FileCheck in(source_files()[texts.below(source_files().size())]);
        if (in.tree().nodes.empty()) continue;
        for (int node = 0; node < 5; ++node) check_node(in, NodeId::from(texts.below(in.tree().nodes.size())));
    }
}

template <class Check>
void check_everywhere(Check check) {
    written = 0;
    on_layouts(80, check);
    on_source_files(80, check);
    CHECK(written > 500);  // else the rest was refused
}

void check_replaced(FileCheck& in, NodeId node, const std::string& text, test::NastyTexts&) {
    if (!in.tree()[node].is_collection()) in.replace(node, text);
}

void check_replaced_in(FileCheck& in, NodeId node, const std::string& text, test::NastyTexts& texts) {
    if (in.tree()[node].type != NodeType::scalar) return;
    const std::string_view whole = in.tree().text(node, in.bytes());
    const std::size_t begin = texts.below(whole.size() + 1);
    std::size_t size = std::min(whole.size() - begin, texts.below(5));
    // Not half of a character.
    if (first_invalid_utf8(whole.substr(begin, size)) != std::string_view::npos) size = 0;
    in.replace_in(node, begin, size, texts.below(3) == 0 ? "x" : text);
}

void check_added(FileCheck& in, NodeId node, const std::string& text, test::NastyTexts& texts) {
    in.add(node, any_value(texts, text));
}

void check_entry_added(FileCheck& in, NodeId node, const std::string& text, test::NastyTexts& texts) {
    if (in.tree()[node].type != NodeType::map) return;
    NewEntry entry{texts.below(2) == 0 ? "new_key" : text, any_value(texts, text)};
    if (texts.below(3) == 0) entry.comment = "a: comment #";
    if (texts.below(4) == 0) entry.above = {"what it is", "- and: why"};
    if (texts.below(4) == 0) entry.value = {NewValue::Form::nothing, {}, {}, {}};
    in.add_entry(node, entry);
}

void check_removed(FileCheck& in, NodeId node, const std::string&, test::NastyTexts&) { in.remove(node); }

}  // namespace

TEST_CASE("a replaced text reads as it should, and nothing else reads otherwise") { check_everywhere(check_replaced); }

TEST_CASE("so does a text in which a part was replaced") { check_everywhere(check_replaced_in); }

TEST_CASE("so does a list with one more item") { check_everywhere(check_added); }

TEST_CASE("so does a map with one more entry") { check_everywhere(check_entry_added); }

TEST_CASE("so does what is left when an entry or an item goes") { check_everywhere(check_removed); }

TEST_CASE("every node is found by its bytes") {
    for (const File& file : layout_files()) {
        const YamlTree tree = parse_yaml(file.bytes);
        for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
            const NodeId found = node_at(tree, tree.nodes[index].begin, tree.nodes[index].end);
            REQUIRE(found.known());
            CHECK(found.value <= index);
            CHECK(tree[found].begin == tree.nodes[index].begin);
            CHECK(tree[found].end == tree.nodes[index].end);
            CHECK(tree.after(found) >= tree.after(NodeId(index)));
        }
        CHECK_FALSE(node_at(tree, 0, static_cast<std::uint32_t>(file.bytes.size() + 1)).known());
    }
}
