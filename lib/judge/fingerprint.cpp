#include "judge/fingerprint.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace ims {
namespace {

// FNV-1a, and the finish of splitmix64 that spreads what differs over all bits. Written out here since the standard
// library's hash may differ from machine to machine.
class Hash {
public:
    void add(std::string_view part) {
        for (const char byte : part) add(static_cast<unsigned char>(byte));
        add(static_cast<unsigned char>(0));  // ("ab", "c") is not ("a", "bc")
    }
    [[nodiscard]] std::uint64_t finish() const {
        std::uint64_t value = state_;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31);
    }

private:
    void add(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3U; }
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace

std::vector<std::string> fingerprints(const FindingList& findings, const RuleBook& rules, const SourceMap& sources) {
    return fingerprints(findings, rules, [&](const Finding& finding) {
        return finding.record.known() ? finding.record.text() : sources[finding.span.file].path;
    });
}

std::vector<std::string> fingerprints(const FindingList& findings, const RuleBook& rules, const SubjectOf& subject_of) {
    std::vector<std::string> all;
    all.reserve(findings.size());
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const Finding& finding = findings[FindingId::from(index)];
        Hash hash;
        hash.add(rules[finding.rule].name);
        hash.add(subject_of(finding));
        hash.add(finding.field);
        hash.add(finding.key);
        const std::uint64_t value = hash.finish();
        const std::uint32_t ordinal = ++seen[value];
        all.push_back(ordinal == 1 ? fmt::format("1:{:016x}", value) : fmt::format("1:{:016x}-{}", value, ordinal));
    }
    return all;
}

}  // namespace ims
