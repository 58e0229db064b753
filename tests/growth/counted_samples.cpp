#include "growth/counted_samples.h"

#include <algorithm>

namespace ims {

std::size_t twice_by_pairs(const std::vector<int>& numbers) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (numbers[i] == numbers[j]) ++found;
        }
    }
    return found;
}

std::size_t twice_by_order(std::vector<int> numbers) {
    std::ranges::sort(numbers);
    std::size_t found = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) found += numbers[i] == numbers[i - 1] ? 1 : 0;
    return found;
}

std::size_t copies(const std::vector<int>& numbers) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::vector<int> copy = numbers;
        found += copy.capacity();
    }
    return found;
}

}  // namespace ims
