#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace soleus::testing {

/// Chance from a fixed seed. Not std::uniform_int_distribution: its numbers differ from one
/// standard library to the next, and a failing seed should fail everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// Both ends included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(engine_() % span);
  }
  bool chance(int percent) { return between(0, 99) < percent; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(from.size()) - 1))];
  }
  /// The index of one of `weights`, each as likely as it is heavy.
  std::size_t weighted(const std::vector<int>& weights) {
    std::int64_t total = 0;
    for (const int weight : weights) total += weight;
    std::int64_t left = between(0, total - 1);
    std::size_t i = 0;
    while (left >= weights[i]) left -= weights[i++];
    return i;
  }
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) {
      const auto other = static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1));
      std::swap(values[i - 1], values[other]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace soleus::testing
