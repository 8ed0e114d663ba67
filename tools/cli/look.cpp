#include "tools/cli/look.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace soleus_cli {
namespace {

// The 16 colours every terminal has, in the shade its owner chose.
std::string_view code_of(Colour colour) {
  switch (colour) {
    case Colour::good: return "\033[32m";
    case Colour::quiet: return "\033[2m";
    case Colour::held: return "\033[35m";
    case Colour::strong: return "\033[1m";
    case Colour::fill: return "\033[36m";
    case Colour::plain: break;
  }
  return {};
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Where `amount` of `whole` lies on a scale of `steps`; something is never drawn as nothing.
std::int64_t steps_of(std::int64_t amount, std::int64_t whole, std::int64_t steps) {
  // Amounts stay far below this, but no reply may make a bar overflow.
  constexpr std::int64_t kLarge = std::int64_t{1} << 40;
  while (whole >= kLarge) {
    amount /= 2;
    whole /= 2;
  }
  const std::int64_t at = std::clamp<std::int64_t>(amount, 0, whole) * steps / whole;
  return amount > 0 ? std::max<std::int64_t>(1, at) : at;
}

}  // namespace

std::string Look::paint(Colour shade, std::string_view text) const {
  const std::string_view code = code_of(shade);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code) + std::string(text) + "\033[0m";
}

Sign Look::sign_of(std::string_view status) const {
  if (status == "done") return {pick("\u2713", "+"), "done", Colour::good};
  if (status == "open") return {pick("\u00B7", "."), "open", Colour::plain};
  if (status == "missed") return {pick("\u2717", "x"), "missed", Colour::quiet};
  if (status == "rest") return {dash(), "rest day", Colour::quiet};
  if (status == "off") return {dash(), "off", Colour::quiet};
  if (status == "short") return {dash(), "short day", Colour::quiet};
  if (status == "paused") return {pick("\u2016", "="), "paused", Colour::quiet};
  if (status == "hold") return {"H", "on hold", Colour::held};
  return {" ", "", Colour::quiet};
}

std::string Look::bar(std::int64_t part, std::int64_t target, std::size_t columns,
                      std::optional<std::int64_t> most) const {
  static constexpr std::array<std::string_view, 8> kEighths{"",       "\u258F", "\u258E", "\u258D",
                                                            "\u258C", "\u258B", "\u258A", "\u2589"};
  const std::int64_t per_column = utf8 ? 8 : 1;
  const std::int64_t steps = static_cast<std::int64_t>(columns) * per_column;
  const std::int64_t whole = std::max<std::int64_t>(1, most.value_or(target));
  const std::int64_t part_steps = steps_of(part, whole, steps);
  const auto full = static_cast<std::size_t>(part_steps / per_column);
  const std::string_view rest = kEighths[static_cast<std::size_t>(part_steps % per_column)];
  const std::size_t drawn = full + (rest.empty() ? 0 : 1);
  const auto goal = static_cast<std::size_t>(steps_of(target, whole, steps) / per_column);
  const std::size_t shaded = goal > drawn ? goal - drawn : 0;
  return paint(part >= target ? Colour::good : Colour::fill,
               repeated(pick("\u2588", "#"), full) + std::string(rest)) +
         paint(Colour::quiet, repeated(pick("\u2591", "-"), shaded)) +
         std::string(columns - drawn - shaded, ' ');
}

}  // namespace soleus_cli
