namespace ims {
namespace {

namespace own = fields::site;
constexpr std::size_t kMost = 4;

struct Reader {
};

std::string told(int day) {
    return {};
}

std::string told(double day) {
    return {};
}

}  // namespace
}  // namespace ims
