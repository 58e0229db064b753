// A report while it is written: what it reads, the links it makes, and the beginning and end that every report has.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/rule_book.h"
#include "report/report.h"
#include "report/voice.h"

namespace ims {

class Page {
public:
    // report: begins, in one line below its title, with organisation, scope, disciplines with their standards, the day
    // and the version of the records, and ends with what could not be judged. paper: what is handed over or hung up, or
    // about one thing alone: organisation and day. none: a view that answers one question.
    enum class Frame { report, paper, none };
    // `title`: as `say` has it.
    template <class... Types>
    Page(const ReportInput& input, std::string_view report, Frame frame, Template<Types...> title,
         const Types&... arguments)
        : Page(input, report, frame) {
        begin(say(title, arguments...).plain(), input.commit);
    }
    template <class... Types>
    Page(const ReportInput& input, std::string_view report, Template<Types...> title, const Types&... arguments)
        : Page(input, report, Frame::report, title, arguments...) {}
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    const Analysis& analysis;
    const Graph& graph;
    const Facts& facts;
    const Settings& settings;
    const RuleBook& rules;
    const RecordId subject;
    const ReportFor made_for;
    const MadeCells cells;

    // Links to a record: by its title, which is cut where it is none but a text; by its id, by its lasting name.
    [[nodiscard]] Inline titled(RecordId record) const;
    [[nodiscard]] Inline named(RecordId record) const;
    [[nodiscard]] Inline full(RecordId record) const;
    // "Cashier" with `cashier` behind it where the title does not give the id away; for the first column of a table.
    [[nodiscard]] Words introduced(RecordId record) const;
    // A link to where something stands, in the reader's words.
    [[nodiscard]] Inline placed(Span span, std::string_view text) const;
    // The same by title, but no person by name, except on their own page: "a holder of “Cashier”".
    [[nodiscard]] Words called(RecordId record) const;
    // Whether it is a person who is told of by a role. Reports are handed on, for editors too; who edits the records
    // finds the name there, and in views.
    [[nodiscard]] bool hides(RecordId record) const;
    // All records that a field of a record names, as they are called.
    [[nodiscard]] Words titles(const LinkedRecords& records) const;
    [[nodiscard]] Words titles(std::span<const RecordId> records) const;
    [[nodiscard]] Words ids(const LinkedRecords& records) const;
    // Titles one after the other; for readers with semicolons where a title holds a comma itself.
    [[nodiscard]] Words in_a_list(const std::vector<Words>& links) const;

    // What a report says, in the voice that it speaks in: the one function by which reports speak. Arguments are those
    // of messages, and links and words made before.
    template <class... Types>
    [[nodiscard]] Words say(Template<Types...> text, const Types&... arguments) const {
        Arena arena;
        return say(make_message(arena, text, arguments...));
    }
    [[nodiscard]] Words say(const Message& message) const { return in_voice(voice_, message); }
    // A message of a finding or of what was judged as a sentence: with a capital and a full stop. Nothing where it says
    // nothing to whom the report is for.
    [[nodiscard]] Words sentence(const Message& message) const;
    [[nodiscard]] Audience audience() const { return voice_.audience; }
    // Where messages are kept that are said later.
    [[nodiscard]] Arena& arena() const { return arena_; }

    void heading(int level, Words words);
    template <class... Types>
    void heading(int level, Template<Types...> text, const Types&... arguments) {
        heading(level, say(text, arguments...));
    }
    // Of the heading said last: what stands below it is looked up.
    void fold_last();
    void paragraph(Words words);
    template <class... Types>
    void paragraph(Template<Types...> text, const Types&... arguments) {
        paragraph(say(text, arguments...));
    }
    void note(Words words);
    template <class... Types>
    void note(Template<Types...> text, const Types&... arguments) {
        note(say(text, arguments...));
    }
    void add(Block block);
    void add(std::vector<Block> blocks);
    // Nothing where it has no rows.
    void add_filled(Table table);
    // Under its title; `none` where it has no rows. Nothing at all where nothing is to be said then.
    void add_titled(int level, Table table, Words none = {});

    Document finish();

private:
    Page(const ReportInput& input, std::string_view report, Frame frame);
    void begin(std::string title, const std::string& commit);
    void add_line(const std::string& commit);
    Frame frame_;
    VoiceOfPage voice_;
    mutable Arena arena_;
    Document document_;
    std::map<std::string, std::size_t> anchors_;
};

// How much of a title others show, in code points. Were it more, one long text would fill the pages of all that name
// it.
inline constexpr std::uint32_t kLongestTitle = 200;
// A title where others speak of its record.
TextArgument short_title(const RecordView& record);

// "information security": a discipline's name as people write it, and at the beginning of a sentence.
std::string spoken(std::string_view discipline);
std::string capitalised(std::string_view text);
// "quality, information security"
std::string spoken(const Settings& settings, DisciplineSet disciplines);

}  // namespace ims
