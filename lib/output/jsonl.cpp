// A finding a line, each the object that the format json has it as.
#include "output/finding_json.h"
#include "output/format.h"
#include "output/pieces.h"

namespace ims {

void formats::jsonl(const CheckResult& result, const Style& style, const Sink& sink) {
    const ResultJson json(result);
    write_pieces(
        style.jobs, result.listed.size(),
        [&](std::size_t begin, std::size_t end, std::string& out) {
            json.findings(std::span(result.listed).subspan(begin, end - begin), "", "\n", out);
        },
        sink);
}

}  // namespace ims
