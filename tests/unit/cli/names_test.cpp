// Names on the command line that are not there: each is told with the nearest one, or with what there is, or with how
// to see it. A row for each place where a name is read.
#include "cli/names.h"

#include <doctest/doctest.h>

#include "cli/program.h"
#include "cli/words.h"

using namespace ims;

namespace {

// What `ims` says on standard error, over a small folder in memory.
std::string said_to(const std::string& words) {
    MemoryFileSystem files;
    files.files = {{"ims.yaml", "organisation: O\ndisciplines: {quality: {}, environment: {}}\n"},
                   {"roles.yaml", "role: cashier\ntitle: Cashier\n---\nrole: driver\ntitle: Driver\n"},
                   {"risks.yaml", "risk: late\ntitle: Late\n"},
                   {"processes.yaml", "process: deliver\ntitle: Deliver\n---\nprocess: sell\ntitle: Sell\n"}};
    for (char letter = 'a'; letter <= 'l'; ++letter) {
        const std::string id = std::string("supplier-of-") + letter + letter + letter;
        files.files[id + ".yaml"] = "supplier: " + id + "\ntitle: S\n";
    }
    std::string out;
    std::string err;
    Writer out_writer(out);
    Writer err_writer(err);
    Environment environment;
    environment.files = &files;
    environment.out = &out_writer;
    environment.err = &err_writer;
    environment.today = *parse_date("2026-06-01");
    CHECK(run_program(words_of(words), environment) == Exit::usage);
    CHECK(out.empty());
    return err;
}

struct Row {
    const char* given;
    const char* said;  // how the message begins, behind `ims: `
};

constexpr Row kRows[] = {
    // Commands and options.
    {"chekc", "there is no command `chekc`; did you mean `check`?"},
    {"qqqqqq", "there is no command `qqqqqq`\n     `ims --help` shows what there is"},
    {"help chekc", "there is no `chekc`; did you mean `check`?"},
    {"help --tody", "there is no `--tody`; did you mean `--today`?"},
    {"help fial-on", "there is no `fial-on`; did you mean `fail-on`?"},
    {"check --formt json", "`ims check` has no option `--formt`; did you mean `--format`?"},
    {"check -formt json", "`ims check` has no option `-formt`; did you mean `--format`?"},
    {"check -Q", "`ims check` has no option `-Q`; did you mean `-q`?"},
    {"check --discipline quality", "`ims check` has no option `--discipline`; `ims show` has it"},
    {"check --qqqqqq", "`ims check` has no option `--qqqqqq`\n     `ims check --help` shows what there is"},
    // Words that an option takes.
    {"check --fail-on hihg", "--fail-on: there is no `hihg`; did you mean `high`?"},
    {"check --fail-on=HIGH", "--fail-on: there is no `HIGH`; did you mean `high`?"},
    {"check --fail-on worse", "--fail-on: `worse` is none of `error`, `high`, `medium`, `low` and `never`"},
    {"check --color allways", "--color: there is no `allways`; did you mean `always`?"},
    {"check --color blue", "--color: `blue` is none of `auto`, `always` and `never`"},
    {"check --format jsno=out.json", "--format: there is no `jsno`; did you mean `json`?"},
    {"check --format qqqqqq", "--format: `qqqqqq` is none of `text`, `concise`, `json`"},
    {"report --format htlm", "--format: there is no `htlm`; did you mean `html`?"},
    {"report --format csv,qqqqqq", "--format: `qqqqqq` is none of `markdown`, `html`, `csv`, `json`, `text` and `ics`"},
    {"report --for editor", "--for: there is no `editor`; did you mean `editors`?"},
    {"report --for nobody", "--for: `nobody` is none of `readers`, `editors`, `manager` and `authority`"},
    {"list --format jsno", "--format: there is no `jsno`; did you mean `json`?"},
    {"show role/driver --format jsno", "--format: there is no `jsno`; did you mean `json`?"},
    {"rules --format jsno", "--format: there is no `jsno`; did you mean `json`?"},
    {"schema --output chek", "--output: there is no `chek`; did you mean `check`?"},
    {"schema --output report", "--output: there is no `report`; there is only `check`"},
    {"baseline wirte", "`ims baseline` does not know `wirte`; did you mean `write`?"},
    {"baseline qqqqqq", "`ims baseline` does not know `qqqqqq`; there are `write`, `prune` and `show`"},
    // Rules and families.
    {"check --select recrods", "--select: there is no rule or family `recrods`; did you mean `records`?"},
    {"check --ignore yaml,unknown-feild",
     "--ignore: there is no rule or family `unknown-feild`; did you mean `unknown-field`?"},
    {"rules recrods", "there is no rule or family `recrods`; did you mean `records`?"},
    {"rules qqqqqq", "there is no rule or family `qqqqqq`; the families are `yaml`, `records`"},
    // Kinds.
    {"list rol", "there is no kind `rol`; did you mean `role`?"},
    {"list proceses", "there is no kind `proceses`; did you mean `process`?"},
    {"list interestedparties", "there is no kind `interestedparties`; did you mean `interested parties`?"},
    {"list qqqqqq", "there is no kind `qqqqqq`; there are `applicability`, `asset`"},
    {"schema roel", "there is no kind `roel`; did you mean `role`?"},
    {"schema imss", "there is no kind `imss`; did you mean `ims`?"},
    {"show rol/cashier", "there is no kind `rol`; did you mean `role`?"},
    {"report risks --for manager",
     "--for manager: `risks` is not made for a manager; what is: `ims report role ID [PATH]`"},
    {"report all --for authority -o out/",
     "--for authority: `all` is not made for an authority; what is: `ims report incident ID [PATH]`"},
    {"report gaps --with-people",
     "--with-people: only `ims report all` leaves people out; name the person instead: `ims "
     "report person ID`"},
    {"report gaps --source-url git.example.org",
     "--source-url: `git.example.org` is no address of the web; it begins with https://"},
    {"report gaps --csv-separator semi", "--csv-separator: `semi` is none of `comma`, `semicolon` and `tab`"},
    {"report gaps --csv-separator tab", "--csv-separator: nothing is written as CSV"},
    {"report record cashir", "there is no record `cashir`"},
    {"report role rol/cashier", "there is no kind `rol`; did you mean `role`?"},
    // Records.
    {"show casher", "there is no record `casher`; did you mean `cashier`?"},
    {"show qqqqqq",
     "there is no record `qqqqqq`; `ims list` shows which kinds there are, `ims list KIND` their records"},
    {"show role", "`role` is a kind of record, not a record; `ims list role` shows those that there are"},
    {"show suppliers", "`suppliers` is a kind of record, not a record; `ims list supplier` shows those that there are"},
    {"show role/casher", "there is no role `casher`; did you mean `cashier`?"},
    {"show role/zf", "there is no role `zf`; there are `cashier` and `driver`"},
    {"show role/", "there is no role ``; there are `cashier` and `driver`"},
    {"show role/cash", "there is no role `cash`; `cashier` begins so"},
    {"show role/deliver", "there is no role `deliver`; there is `process/deliver`"},
    {"show audit/first", "there is no audit `first`; this folder has no audits"},
    {"show supplier/supplier-of-aab", "there is no supplier `supplier-of-aab`; did you mean `supplier-of-aaa`?"},
    {"show supplier/zf",
     "there is no supplier `zf`; there are `supplier-of-aaa`, `supplier-of-bbb`, `supplier-of-ccc`, "
     "`supplier-of-ddd`, `supplier-of-eee`, `supplier-of-fff`, `supplier-of-ggg`, `supplier-of-hhh` "
     "and 4 more; `ims list supplier` shows all"},
    {"report role casher", "there is no role `casher`; did you mean `cashier`?"},
    {"report role deliver", "there is no role `deliver`; there is `process/deliver`"},
    {"report process role/cashier", "`role/cashier` is a role, and what is asked for is a process"},
    // Disciplines.
    {"show deliver --discipline qualty", "--discipline: `qualty` is not in force here; did you mean `quality`?"},
    {"show deliver --discipline privacy",
     "--discipline: `privacy` is not in force here; there are `quality` and `environment`"},
    {"explain qualty", "there is no `qualty`; did you mean `quality`?"},
    // Reports and their tables.
    {"report gasp", "there is no report `gasp`; did you mean `gaps`?"},
    {"report qqqqqq", "there is no report `qqqqqq`; there are `gaps`, `board`"},
    {"report risks --table registr", "--table: this report has no table `registr`; did you mean `register`?"},
    {"report gaps --table qqqqqq", "--table: this report has no table `qqqqqq`; there are `about`"},
    // Standards and clauses.
    {"report clauses iso-9001", "there is no standard `iso-9001`; `iso-9001-2015` and `iso-9001-2026` begin so"},
    {"report clauses iso-9001-2062", "there is no standard `iso-9001-2062`; did you mean `iso-9001-2026`?"},
    {"explain iso-9001-2062", "there is no `iso-9001-2062`; did you mean `iso-9001-2026`?"},
    {"explain iso-9001:8.4.1",
     "`iso-9001:8.4.1` is not the whole name: there are `iso-9001-2015:8.4.1` and `iso-9001-2026:8.4.1`"},
    {"explain iso-9002-2026:8.4.1", "there is no `iso-9002-2026:8.4.1`; did you mean `iso-9001-2026:8.4.1`?"},
    {"explain iso-9001-2026:8.4.11", "iso-9001-2026 has no clause `8.4.11`; did you mean `8.4.1`?"},
    {"explain iso-9001-2026:99",
     "iso-9001-2026 has no clause `99`; `ims explain iso-9001-2026` lists those that it has"},
    // Fields, and words that they take.
    {"explain risk.treatmnt", "there is no `risk.treatmnt`; did you mean `risk.treatment`?"},
    {"explain risk.qqqqqq", "a risk has no field `qqqqqq`; `ims explain risk` lists those that it has"},
    {"explain reduec", "there is no `reduec`; did you mean `reduce`?"},
    {"explain durration", "there is no `durration`; did you mean `duration`?"},
    {"explain qqqqqq", "there is no `qqqqqq`\n     a word to explain is"},
};

}  // namespace

TEST_CASE("a name that is not there is told with the nearest one, or with what there is") {
    for (const Row& row : kRows) {
        CAPTURE(std::string(row.given));
        const std::string said = said_to(row.given);
        CHECK(said.substr(0, std::string("ims: ").size() + std::string(row.said).size()) ==
              std::string("ims: ") + row.said);
    }
}
