#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How things look on this terminal: width, colour, signs.
namespace soleus_cli {

enum class Colour { plain, good, quiet, held, strong, fill };

/// What to write for a status: never colour alone, always a sign and a word beside it.
struct Sign {
  std::string_view sign;
  std::string_view word;
  Colour colour = Colour::plain;
};

struct Look {
  std::size_t width = 80;
  bool colour = false;
  bool utf8 = true;
  bool us_units = false;

  /// `text` in a colour, if there are colours.
  std::string paint(Colour colour, std::string_view text) const;
  /// A status word of the protocol as it is shown.
  Sign sign_of(std::string_view status) const;
  /// The first where the locale is UTF-8, else the second.
  std::string_view pick(std::string_view unicode, std::string_view ascii) const {
    return utf8 ? unicode : ascii;
  }
  std::string_view ellipsis() const { return pick("\u2026", "..."); }
  std::string_view dash() const { return pick("\u2013", "-"); }

  /// `part` as a bar of `columns`, shaded on to `target`. The full width stands for `most`, or for
  /// `target` if that is absent.
  std::string bar(std::int64_t part, std::int64_t target, std::size_t columns,
                  std::optional<std::int64_t> most = std::nullopt) const;
};

}  // namespace soleus_cli
