#include "lsp/judged/judged_folder.h"

#include <algorithm>
#include <utility>

#include "compare/comparison.h"
#include "source/paths.h"

namespace ims {

std::optional<FileId> JudgedState::file(std::string_view path) const {
    if (!path.starts_with(root) || path.size() <= root.size()) return std::nullopt;
    path.remove_prefix(root.size());
    if (path.starts_with('/')) path.remove_prefix(1);
    return analysis->sources.find(path);
}

std::string JudgedState::path(FileId file) const { return join_path(root, analysis->sources[file].path); }

JudgedFolder::JudgedFolder(const FileSystem& disk, const RuleSet& rules, ReadOptions options)
    : rules_(rules), options_(std::move(options)), files_(disk), workspace_(files_, rules.book(), options_) {}

bool JudgedFolder::holds(std::string_view path) const {
    const std::string_view root = options_.root;
    return path.starts_with(root) && (path.size() == root.size() || root.ends_with('/') || path[root.size()] == '/');
}

void JudgedFolder::open(const std::string& path, std::string text) {
    files_.put(path, std::move(text));
    changed_.push_back(path);
}

void JudgedFolder::close(const std::string& path) {
    files_.take_away(path);
    changed_.push_back(path);
}

Result<std::shared_ptr<const Snapshot>> JudgedFolder::read() {
    auto state = everything_ ? workspace_.read() : workspace_.refresh(changed_);
    everything_ = !state;
    changed_.clear();
    return state;
}

Result<std::shared_ptr<const JudgedState>> JudgedFolder::judge(Date today, std::size_t jobs, const Stop& stop) {
    IMS_TRY_ASSIGN(const std::shared_ptr<const Snapshot> state, read());
    if (stop && stop()) return std::shared_ptr<const JudgedState>();
    const AnalyzeOptions options{today, jobs, stop, nullptr};
    auto judged = std::make_shared<JudgedState>();
    judged->root = options_.root;
    judged->options = options_;
    judged->state = state;
    judged->analysis = analyze(*state, rules_, options);
    if (judged->analysis == nullptr) return std::shared_ptr<const JudgedState>();
    const Analysis& now = *judged->analysis;
    if (now.baseline_trouble) return *now.baseline_trouble;
    if (now.baseline != nullptr) {
        Known known;
        known.baseline = now.baseline.get();
        if (now.baseline->day && *now.baseline->day < today && goes_beyond(now, *now.baseline)) {
            judged->on_its_day = analyze(*state, rules_, {*now.baseline->day, jobs, stop, nullptr});
            if (judged->on_its_day == nullptr) return std::shared_ptr<const JudgedState>();
            known.on_its_day = judged->on_its_day.get();
        }
        judged->comparison = std::make_unique<const Comparison>(compare(now, known));
    }
    judged->result = choose_findings(now, {}, judged->comparison.get());
    return std::shared_ptr<const JudgedState>(std::move(judged));
}

}  // namespace ims
