// The rules of a run: what is known of them, what they do, and their pages. A value, made of the built-in ones, that
// is handed to whoever runs, shows or explains rules.
#pragma once

#include <span>
#include <string_view>

#include "base/ids.h"
#include "diagnostics/rule_book.h"

namespace ims {

struct CheckContext;
class RecordView;
class Reporter;

// What a rule does. Neither: an earlier stage finds it, and there is only its page.
struct RuleCode {
    // Called once for each active or draft record of these kinds…
    std::span<const KindId> kinds = {};
    void (*check_record)(const RecordView&, const CheckContext&, Reporter&) = nullptr;
    // …or once for the whole folder.
    void (*check_folder)(const CheckContext&, Reporter&) = nullptr;
};

// What a page says (lib/check/rules/README.md).
struct RulePage {
    // Markdown: what the rule finds, then `## Why it matters` …, at the end `## How to mend it`.
    std::string_view prose;
    // A few small files under `# file: name` lines (see example.h). The first reports at least this rule, the second,
    // the same example mended, does not. Both are empty where no text can show it.
    std::string_view reported;
    std::string_view mended;
};

struct Rule {
    const RuleEntry& entry;
    const RuleCode& code;
    const RulePage& page;
};

class RuleSet {
public:
    static RuleSet built_in();

    [[nodiscard]] const RuleBook& book() const { return book_; }
    [[nodiscard]] Rule operator[](RuleId rule) const;

private:
    RuleSet(RuleBook book, std::span<const RuleCode> code, std::span<const RulePage> pages)
        : book_(std::move(book)), code_(code), pages_(pages) {}

    RuleBook book_;
    std::span<const RuleCode> code_;  // by place in the book, as `pages_`
    std::span<const RulePage> pages_;
};

// Made by the build, in the order of RuleBook::built_in().
std::span<const RuleCode> built_in_code();
std::span<const RulePage> built_in_pages();

// The ims.yaml that stands behind the examples of the pages.
std::string_view example_settings();

}  // namespace ims
