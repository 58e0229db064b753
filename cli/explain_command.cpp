// `ims explain`: what a word of the product means.
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/explain_word.h"

namespace ims::commands::explain {
namespace {

Result<Exit> run(const std::vector<std::string>& words, const Environment& environment) {
    std::string word;
    for (const std::string& each : words) word += (word.empty() ? "" : " ") + each;
    IMS_TRY_ASSIGN(const std::string page, explain_word(word, environment));
    environment.out->write(page);
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto words = std::make_shared<std::vector<std::string>>();
    line.positional("WORD", words.get(),
                    "A rule, or a family of rules; a kind of record; a field, by its kind and name, or by its name "
                    "alone; a word that fields take; a type of value; a discipline; a standard, or a clause of one",
                    {.required = true});
    line.footer("Within a folder of records, its own kinds, fields, disciplines and standards are explained too.");
    line.example("ims explain role-misses-discipline", "a rule: what it finds, why that matters, how to mend it");
    line.example("ims explain risk", "a kind of record: its fields");
    line.example("ims explain supplier.evaluations.result",
                 "a field: what it is for, what may stand there, an example");
    line.example("ims explain owner", "a field of many kinds");
    line.example("ims explain reduce", "a word: which fields take it, and what it means there");
    line.example("ims explain duration", "a type of value: how it is written");
    line.example("ims explain privacy", "a discipline: its standards, who leads it here");
    line.example("ims explain iso-9001-2026:8.4.1", "a clause: what it asks for, and which others ask alike");
    line.exit_code(0, "the word is explained");
    line.exit_code(2, "there is no such word, or the schemas of the folder cannot be read");
    return [words](const Environment& environment) { return run(*words, environment); };
}

}  // namespace ims::commands::explain
