#include <string>

#include "check/written_values.h"
#include "yaml/item_in_text.h"

namespace ims::rules::item_in_text {

// Of texts alone: where a reference, a word or a number is due, the value is wrong, and reported as such.
void check(const CheckContext& context, Reporter& report) {
    PlacesTold places;
    for_each_scalar(context.graph, [&](const RecordView& record, const FieldView& value, const KeyPath& path) {
        const auto item = ims::item_in_text(value.bytes(), value.node());
        if (!item || !takes_prose(record, value) || !places.is_new(value)) return;
        const FieldNames field = names_of(record, value, path.text(), report.arena());
        const bool in_list = value.key().empty();
        report
            .at(record, {value.span().file, item->begin, item->end},
                in_list
                    ? report.say("[[this line goes on with the item of {0} above it: it begins no item of its own|two "
                                 "things under {0} of {1} are read as one]]",
                                 field, told_holder(record, report))
                    : report.say("[[this line goes on with the text of {0}: it begins no item of a list|a list under "
                                 "{0} of {1} is read as one text without line ends]]",
                                 field, told_holder(record, report)))
            .field(path.text())
            .note("it is read as {}", quoted(value.text(), 60))
            .help(in_list
                      ? Message("[[give its `-` as many spaces before it as the items above have; a text with a `- ` "
                                "inside goes between quotes|have the two kept apart]]")
                      : report.say("[[for a text of several lines write `{0}` and begin the text on the next line; a "
                                   "text with a `- ` inside goes between quotes|have it written with its line ends]]",
                                   plain(std::string(value.key()) + ": |")));
    });
}

}  // namespace ims::rules::item_in_text
