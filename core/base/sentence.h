#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace soleus {

/// Words for a person: `text` is plain English, `key` and `args` are for translation.
/// @source protocol.md, "Envelope".
struct Sentence {
  using Argument = std::variant<std::int64_t, std::string>;

  std::string key;
  std::vector<std::pair<std::string, Argument>> args;
  std::string text;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

}  // namespace soleus
