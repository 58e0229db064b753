#include "compiler/page.h"

#include <yaml-cpp/yaml.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "compiler/files.h"
#include "diagnostics/template.h"

namespace ims::compiler {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kGrades = {"low", "medium", "high", "error"};
const std::vector<std::string> kStages = {"source",   "yaml",   "schema", "model", "link",
                                          "settings", "engine", "check",  "judge"};
const std::vector<std::string> kMarks = {"none", "plan", "do", "check", "act"};
const std::vector<std::string> kShared = {"file",    "side", "record",     "field", "item",
                                          "process", "cell", "discipline", "system"};
// As diagnostics/rule_book.h has them, without `none`.
const std::vector<std::string> kCosts = {"people", "law", "customers", "standstill", "information", "environment"};
const std::vector<std::string> kFaded = {"unused", "outdated"};
const std::set<std::string> kKeys = {"family", "grade", "fixed", "summary",  "kinds",      "found_by",
                                     "mark",   "cost",  "home",  "explains", "everywhere", "faded"};

// One page on its way from text to `Page`.
class PageReader {
public:
    PageReader(std::string path, const std::string& text, const Known& known) : known_(known) {
        page_.path = std::move(path);
        if (text.find('\r') != std::string::npos)
            stop_at(0, "lines end with a carriage return; save it with plain line ends");
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            lines_.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    Page read() {
        const fs::path file(page_.path);
        page_.name = file.stem().string();
        check_name();
        try {
            read_front_matter();
        } catch (const YAML::ParserException& trouble) {
            stop_at(line_of(trouble.mark), "this is not YAML: " + trouble.msg);
        } catch (const YAML::Exception& trouble) {
            stop_at(line_of(trouble.mark), "this is no text where one is due: " + trouble.msg);
        }
        if (page_.family != file.parent_path().filename().string())
            stop_at(2, "the page stands in the folder `" + file.parent_path().filename().string() +
                           "`, and `family` is `" + page_.family + "`");
        read_text();
        return std::move(page_);
    }

private:
    // `line`: from 1; 0: the whole page.
    [[noreturn]] void stop_at(std::size_t line, const std::string& message) const {
        stop(page_.path + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + message);
    }

    void check_name() const {
        const std::string& name = page_.name;
        const bool plain = std::ranges::all_of(
            name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
        if (!plain || name.starts_with('-') || name.ends_with('-') || name.find("--") != std::string::npos)
            stop_at(0, "a rule's name is lower-case words joined by single hyphens");
        if (known_.has_family(name)) stop_at(0, "a rule cannot be named like a family");
    }

    void read_front_matter() {
        if (lines_.empty() || lines_[0] != "---") stop_at(1, "a page begins with `---` and what the rule is");
        std::size_t end = 1;
        while (end < lines_.size() && lines_[end] != "---") ++end;
        if (end == lines_.size()) stop_at(1, "no second `---` ends what the rule is");
        std::string text = "\n";  // so that lines are those of the page
        for (std::size_t index = 1; index < end; ++index) text += lines_[index] + "\n";
        next_ = end + 1;
        const YAML::Node node = YAML::Load(text);
        if (!node.IsMap()) stop_at(2, "`key: value` lines are expected");
        for (const auto& entry : node) {
            const std::string key = entry.first.as<std::string>();
            if (!kKeys.contains(key))
                stop_at(line_of(entry.first), "there is no `" + key + "`; there are " +
                                                  listed(std::vector<std::string>(kKeys.begin(), kKeys.end())));
        }
        page_.family = text_of(node, "family");
        if (!known_.has_family(page_.family))
            stop_at(line_of(node["family"]), "families.yaml has no family `" + page_.family + "`");
        page_.grade = word_of(node, "grade", kGrades);
        if (node["fixed"]) page_.fixed = word_of(node, "fixed", std::vector<std::string>{"yes", "no"}) == "yes";
        if (page_.fixed && page_.grade != "error") stop_at(line_of(node["fixed"]), "only errors are fixed");
        page_.summary = text_of(node, "summary");
        if (!is_clause(page_.summary))
            stop_at(line_of(node["summary"]), "a summary begins with a small letter and has no full stop");
        check_message("summary", page_.summary, std::array<Holds, 0>(), line_of(node["summary"]));
        page_.found_by = words_of(node, "found_by", kStages);
        read_kinds(node);
        page_.marks = words_of(node, "mark", kMarks);
        if (node["cost"]) page_.cost = word_of(node, "cost", kCosts);
        if (node["faded"]) page_.faded = word_of(node, "faded", kFaded);
        read_home(node["home"]);
        read_explains(node["explains"]);
        read_everywhere(node["everywhere"]);
    }

    // What people read is checked as templates in code are.
    template <std::size_t Count>
    void check_message(const std::string& key, const std::string& text, const std::array<Holds, Count>& arguments,
                       std::size_t line) const {
        try {
            check_template(text, arguments, Arguments::on_offer);
            struct {
                bool any = false;
                void text(std::string_view words) { any = any || !words.empty(); }
                void hole(const templates::Hole&, bool) { any = true; }
            } said;
            templates::walk(text, false, said);
            if (!said.any) throw TemplateMistake{"readers are told nothing"};
        } catch (const TemplateMistake& mistake) {
            stop_at(line, "`" + key + "` is no message: " + mistake.what);
        }
    }

    static bool is_clause(const std::string& text) { return !text.ends_with('.') && (text[0] < 'A' || text[0] > 'Z'); }

    void read_kinds(const YAML::Node& node) {
        const YAML::Node kinds = node["kinds"];
        if (!page_.has_code()) {
            if (kinds) stop_at(line_of(kinds), "`kinds` is for rules with `found_by: [check]`");
            return;
        }
        if (!kinds) stop_at(1, "`kinds` is missing: the kinds of records that the rule looks at, or `folder`");
        if (kinds.IsScalar() && kinds.Scalar() == "folder") {
            page_.whole_folder = true;
            return;
        }
        page_.kinds = words_of(node, "kinds", std::vector<std::string>(known_.kinds.begin(), known_.kinds.end()));
    }

    void read_home(const YAML::Node& home) {
        if (!home) return;
        if (home.IsScalar() && home.Scalar() == "system") page_.home_is_system = true;
        else if (home.IsSequence()) page_.home_disciplines = home.as<std::vector<std::string>>();
        else stop_at(line_of(home), "`home` is `system` or a list of disciplines");
        for (const std::string& discipline : page_.home_disciplines) {
            if (known_.settings_schema.find('"' + discipline + '"') == std::string::npos)
                stop_at(line_of(home), "ims.schema.json knows no discipline `" + discipline + "`");
        }
    }

    void read_explains(const YAML::Node& explains) {
        if (!explains) return;
        if (!explains.IsSequence()) stop_at(line_of(explains), "`explains` is a list of `{rule: …, on: …}`");
        for (const YAML::Node& entry : explains) {
            if (!entry.IsMap()) stop_at(line_of(entry), "an entry of `explains` is `{rule: …, on: …}`");
            Explained out;
            out.line = static_cast<int>(line_of(entry));
            for (const auto& part : entry) {
                const std::string key = part.first.as<std::string>();
                if (key != "rule" && key != "family" && key != "on" && key != "clause" && key != "field")
                    stop_at(line_of(part.first),
                            "`explains` has no `" + key + "`; there are rule, family, on, clause, field");
            }
            if (entry["rule"] && entry["family"])
                stop_at(line_of(entry), "an entry of `explains` names a `rule` or a `family`, not both");
            if (entry["family"]) out.family = text_of(entry, "family");
            else out.rule = text_of(entry, "rule");
            if (!out.family.empty() && !known_.has_family(out.family))
                stop_at(line_of(entry), "families.yaml has no family `" + out.family + "`");
            out.shared = word_of(entry, "on", kShared);
            if (entry["field"]) out.field = text_of(entry, "field");
            if (entry["clause"]) out.clause = text_of(entry, "clause");
            if (!out.clause.empty() && !known_.clauses.contains(out.clause))
                stop_at(line_of(entry), "no catalogue has the harmonised key or theme `" + out.clause + "`");
            page_.explains.push_back(std::move(out));
        }
    }

    // What a reader is told once, where nearly all records have the gap, and the one act that mends it.
    void read_everywhere(const YAML::Node& everywhere) {
        if (!everywhere) return;
        const std::size_t line = line_of(everywhere);
        if (!everywhere.IsMap()) stop_at(line, "`everywhere` is `{says: …, mend: …}`");
        for (const auto& part : everywhere) {
            const std::string key = part.first.as<std::string>();
            if (key != "says" && key != "mend")
                stop_at(line_of(part.first), "`everywhere` has no `" + key + "`; there are says, mend");
        }
        if (!page_.has_code()) stop_at(line, "`everywhere` is for rules with `found_by: [check]`");
        if (page_.home_is_system)
            stop_at(line, "what is about the system is not true of every record: no `everywhere`");
        if (page_.fixed) stop_at(line, "what cannot be trusted is told record by record: no `everywhere`");
        page_.everywhere_says = everywhere_text(everywhere, "says");
        page_.everywhere_mend = everywhere_text(everywhere, "mend");
    }

    std::string everywhere_text(const YAML::Node& everywhere, const char* key) const {
        const std::string text = text_of(everywhere, key);
        const std::size_t line = line_of(everywhere[key]);
        if (!is_clause(text))
            stop_at(line, std::string("`") + key + "` begins with a small letter and has no full stop");
        const std::string message = with_holes(text, key, line);
        check_message(key, message, std::array{Holds::one, Holds::one}, line);
        return message;
    }

    // `{kind}` and `{kinds}` become the holes of a template. Other braces with one word in them are slips; `{a: b}` is
    // YAML that an editor is to write.
    std::string with_holes(const std::string& text, const std::string& key, std::size_t line) const {
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
            const bool word = text[at] == '{' && end != std::string::npos && text[end] == '}';
            if (!word) {
                out += text[at];
                if (text[at] == '{' || text[at] == '}') out += text[at];
                continue;
            }
            const std::string name = text.substr(at + 1, end - at - 1);
            if (name != "kind" && name != "kinds")
                stop_at(line, "`" + key + "` has no place for `{" + name + "}`; there are {kind}, {kinds}");
            out += name == "kind" ? "{0}" : "{1}";
            at = end;
        }
        return out;
    }

    // The title, then text and examples.
    void read_text() {
        while (next_ < lines_.size() && lines_[next_].empty()) ++next_;
        if (next_ == lines_.size() || lines_[next_] != "# " + page_.name)
            stop_at(std::min(next_, lines_.size() - 1) + 1, "the title is the rule's name: `# " + page_.name + "`");
        ++next_;
        std::set<std::string> headings;
        std::string last_heading;
        for (; next_ < lines_.size(); ++next_) {
            const std::string& line = lines_[next_];
            if (line.starts_with("```")) {
                read_example();
                continue;
            }
            if (line.starts_with("## ")) {
                // The words that stand over examples are the same on each page; whoever shows a page says them again.
                if (line == "## An example" || line == "## The same, mended") continue;
                headings.insert(line);
                last_heading = line;
            }
            page_.prose += line + "\n";
        }
        trim_prose();
        if (page_.prose.empty() || page_.prose.starts_with('#')) stop_at(0, "a page begins with what the rule finds");
        for (const char* needed : {"## Why it matters", "## How to mend it"})
            if (!headings.contains(needed)) stop_at(0, std::string("`") + needed + "` is missing");
        if (last_heading != "## How to mend it") stop_at(0, "`## How to mend it` is the last section");
        if (page_.reported.empty() != page_.mended.empty())
            stop_at(0, "a page has two examples, ```yaml reported and ```yaml mended, or none");
    }

    void read_example() {
        const std::size_t begin = next_;
        std::string info = lines_[next_].substr(3);
        const bool bytes = info.ends_with(" bytes");
        if (bytes) info.resize(info.size() - 6);
        if (info != "yaml reported" && info != "yaml mended")
            stop_at(begin + 1, "an example is ```yaml reported or ```yaml mended");
        std::string& example = info == "yaml reported" ? page_.reported : page_.mended;
        if (!example.empty()) stop_at(begin + 1, "this example stands there already");
        for (++next_; next_ < lines_.size() && lines_[next_] != "```"; ++next_) example += lines_[next_] + "\n";
        if (next_ == lines_.size()) stop_at(begin + 1, "no ``` ends this example");
        if (example.empty()) stop_at(begin + 1, "this example is empty");
        if (bytes) example = with_bytes(example, begin);
    }

    // `\xNN` is a byte that a page, which people read, cannot hold.
    std::string with_bytes(const std::string& text, std::size_t line) const {
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text.compare(at, 2, "\\x") != 0) {
                out += text[at];
                continue;
            }
            const std::string digits = text.substr(at + 2, 2);
            if (digits.size() < 2 || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
                stop_at(line + 1, "`\\x` takes two hexadecimal digits");
            out += static_cast<char>(std::stoi(digits, nullptr, 16));
            at += 3;
        }
        return out;
    }

    // No blank line at either end, none doubled where an example was.
    void trim_prose() {
        std::string& text = page_.prose;
        text.erase(0, text.find_first_not_of('\n'));
        while (text.ends_with("\n\n")) text.pop_back();
        for (std::size_t at; (at = text.find("\n\n\n")) != std::string::npos;) text.erase(at, 1);
    }

    static std::size_t line_of(const YAML::Mark& mark) { return static_cast<std::size_t>(std::max(mark.line, 0)) + 1; }
    static std::size_t line_of(const YAML::Node& node) { return line_of(node.Mark()); }

    std::string text_of(const YAML::Node& node, const char* key) const {
        const YAML::Node value = node[key];
        if (!value) stop_at(line_of(node), std::string("`") + key + "` is missing");
        if (!value.IsScalar() || value.Scalar().empty())
            stop_at(line_of(value), std::string("`") + key + "` is a text");
        return value.Scalar();
    }

    std::string word_of(const YAML::Node& node, const char* key, std::span<const std::string> words) const {
        const std::string word = text_of(node, key);
        if (std::ranges::find(words, word) == words.end())
            stop_at(line_of(node[key]),
                    std::string("`") + key + "` is one of " + listed(words) + ", not `" + word + "`");
        return word;
    }

    // One word, or a list of them.
    std::vector<std::string> words_of(const YAML::Node& node, const char* key,
                                      std::span<const std::string> words) const {
        const YAML::Node value = node[key];
        if (!value || !value.IsSequence()) return {word_of(node, key, words)};
        std::vector<std::string> out;
        for (const YAML::Node& item : value) {
            if (!item.IsScalar()) stop_at(line_of(item), std::string("`") + key + "` takes words");
            if (std::ranges::find(words, item.Scalar()) == words.end())
                stop_at(line_of(item),
                        std::string("`") + key + "` takes no `" + item.Scalar() + "`; it takes " + listed(words));
            out.push_back(item.Scalar());
        }
        if (out.empty()) stop_at(line_of(value), std::string("`") + key + "` is empty");
        return out;
    }

    const Known& known_;
    std::vector<std::string> lines_;
    std::size_t next_ = 0;  // the line that is read next
    Page page_;
};

}  // namespace

std::string listed(std::span<const std::string> words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

Page read_page(const std::string& path, const std::string& text, const Known& known) {
    return PageReader(path, text, known).read();
}

}  // namespace ims::compiler
