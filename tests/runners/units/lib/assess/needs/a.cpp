namespace ims {
namespace {

namespace own = fields::asset;
constexpr std::size_t kMost = 3;

class Reader {
};

bool is_over(int day) { return day > 3; }

std::string told(int day) {
    return {};
}

}  // namespace
}  // namespace ims
