#pragma once

#include <cstdint>
#include <string_view>

namespace soleus {

/// FNV-1a, 64 bit, over bytes. @source game-rules.md section 9; Fowler-Noll-Vo offset and prime.
class Fnv1a {
 public:
  constexpr Fnv1a& add(std::string_view bytes) {
    for (const char c : bytes) {
      value_ ^= static_cast<unsigned char>(c);
      value_ *= 0x100000001b3ULL;
    }
    return *this;
  }
  constexpr std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

/// One step of SplitMix64: advances `state`, returns the mixed value.
/// @source game-rules.md section 9; Steele, Lea, Flood 2014.
constexpr std::uint64_t split_mix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

}  // namespace soleus
