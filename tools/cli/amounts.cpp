#include "tools/cli/amounts.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

// More than any amount of a day, and few enough that no sum or product below can overflow.
constexpr std::int64_t kLargest = 999'999'999;
constexpr std::int64_t kThousand = 1000;

struct Unit {
  std::string_view name;
  std::int64_t thousandths;  // of the protocol's unit
};

// The larger first: in "1h15" the 15 are of the next smaller one.
constexpr Unit kDurations[] = {
    {"h", 3'600'000},     {"hr", 3'600'000},   {"hrs", 3'600'000}, {"hour", 3'600'000},
    {"hours", 3'600'000}, {"m", 60'000},       {"min", 60'000},    {"mins", 60'000},
    {"minute", 60'000},   {"minutes", 60'000}, {"s", 1000},        {"sec", 1000},
    {"secs", 1000},       {"second", 1000},    {"seconds", 1000},
};

// US fluid ounce 29.5735 ml, US cup 8 of them; a glass is what most of Europe pours.
constexpr Unit kVolumes[] = {
    {"ml", 1000},          {"", 1000},           {"cl", 10'000},        {"dl", 100'000},
    {"l", 1'000'000},      {"liter", 1'000'000}, {"liters", 1'000'000}, {"litre", 1'000'000},
    {"litres", 1'000'000}, {"oz", 29'574},       {"cup", 236'588},      {"cups", 236'588},
    {"glass", 250'000},    {"glasses", 250'000},
};

constexpr Unit kLoads[] = {{"g", 1000}, {"kg", 1'000'000}, {"lb", 453'592}, {"lbs", 453'592}};

constexpr Unit kHeights[] = {{"mm", 1000}, {"cm", 10'000}, {"in", 25'400}, {"inch", 25'400}};

/// A number with at most three decimals, in thousandths.
struct Part {
  std::int64_t thousandths = 0;
  std::string unit;
};

struct Kind {
  std::string_view noun;     // "a duration"
  std::string_view example;  // "like 30m, 1h15 or 90s"
  std::span<const Unit> units;
};

constexpr Kind kDuration{"a duration", "like 30m, 1h15, 90s or 1.5h", kDurations};
constexpr Kind kVolume{"an amount to drink", "like 300 (ml), 0.5l, 12oz or 2cups", kVolumes};
constexpr Kind kLoad{"a load", "like 10kg, 500g or 22lb", kLoads};
constexpr Kind kHeight{"a height", "like 20mm, 2cm or 1in", kHeights};
constexpr Kind kCount{"a whole number", "like 3", {}};
constexpr Kind kSets{"sets and repetitions", "3x15 for three sets of 15, or 3 for three sets", {}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string quoted(std::string_view text) { return "\"" + printable(text) + "\""; }

[[noreturn]] void refuse(std::string_view text, const Kind& kind) {
  if (text.empty()) throw UsageError("The amount is empty. Write it " + std::string(kind.example));
  const bool negative = text.starts_with("-") || text.starts_with("\u2212");
  if (negative) throw UsageError(quoted(text) + " is negative; an amount must be more than zero.");
  throw UsageError(quoted(text) + " is not " + std::string(kind.noun) + ". Write it " +
                   std::string(kind.example) + ".");
}

/// The digits at `at`, which it moves on. Throws when they are more than any amount needs.
std::int64_t whole_number(std::string_view text, std::size_t& at) {
  std::int64_t number = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    number = number * 10 + (text[at] - '0');
    if (number > kLargest) throw UsageError(quoted(text) + " is far too large.");
  }
  return number;
}

/// What follows the point, in thousandths.
std::int64_t decimals(std::string_view text, std::size_t& at, const Kind& kind) {
  std::int64_t number = 0;
  std::int64_t place = kThousand;
  const std::size_t from = at;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    place /= 10;
    number += place * (text[at] - '0');
  }
  if (at == from || at - from > 3) refuse(text, kind);
  return number;
}

std::vector<Part> parts_of(std::string_view text, const Kind& kind) {
  std::vector<Part> parts;
  const auto skip_spaces = [&](std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
  };
  for (std::size_t at = skip_spaces(0); at < text.size(); at = skip_spaces(at)) {
    if (!is_digit(text[at])) refuse(text, kind);
    Part part;
    part.thousandths = whole_number(text, at) * kThousand;
    if (at < text.size() && text[at] == '.') part.thousandths += decimals(text, ++at, kind);
    at = skip_spaces(at);
    for (; at < text.size() && text[at] >= 'a' && text[at] <= 'z'; ++at) part.unit += text[at];
    parts.push_back(std::move(part));
  }
  return parts;
}

const Unit* find_unit(std::span<const Unit> units, std::string_view name) {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.name == name; });
  return found == units.end() ? nullptr : &*found;
}

/// Rounded to the protocol's unit; both factors are in thousandths.
std::int64_t scaled(std::int64_t thousandths, std::int64_t unit_thousandths) {
  return (thousandths * unit_thousandths + kThousand * kThousand / 2) / (kThousand * kThousand);
}

std::int64_t more_than_zero(std::int64_t amount, std::string_view text) {
  if (amount > 0) return amount;
  throw UsageError(quoted(text) + ": an amount must be more than zero.");
}

std::int64_t parse_measure(std::string_view typed, const Kind& kind) {
  const std::string text = lower(trim(typed));
  const std::vector<Part> parts = parts_of(text, kind);
  if (parts.size() != 1) refuse(text, kind);
  if (parts[0].unit.empty() && parts[0].thousandths == 0) return more_than_zero(0, text);
  const Unit* unit = find_unit(kind.units, parts[0].unit);
  if (unit == nullptr) refuse(text, kind);
  return more_than_zero(scaled(parts[0].thousandths, unit->thousandths), text);
}

}  // namespace

std::int64_t parse_duration_s(std::string_view typed) {
  const std::string text = lower(trim(typed));
  const std::vector<Part> parts = parts_of(text, kDuration);
  if (parts.empty()) refuse(text, kDuration);
  std::int64_t seconds = 0;
  std::int64_t last_unit = 0;  // each part is of a smaller unit than the one before
  for (const Part& part : parts) {
    const Unit* unit = find_unit(kDurations, part.unit);
    if (part.unit.empty() && part.thousandths == 0) return more_than_zero(0, text);
    if (part.unit.empty() && last_unit != 0) {
      unit = find_unit(kDurations, last_unit == 3'600'000 ? "m" : "s");
    }
    if (part.unit.empty() && last_unit == 0) {
      throw UsageError(quoted(text) + " of what? Write " + text + "m for minutes or " + text +
                       "s for seconds.");
    }
    if (unit == nullptr || (last_unit != 0 && unit->thousandths >= last_unit)) {
      refuse(text, kDuration);
    }
    seconds += scaled(part.thousandths, unit->thousandths);
    last_unit = unit->thousandths;
  }
  return more_than_zero(seconds, text);
}

std::int64_t parse_volume_ml(std::string_view text) {
  std::string plain = lower(trim(text));
  // "12 fl oz" is one unit in two words.
  for (const std::string_view words : {"fl oz", "fl. oz", "floz"}) {
    if (plain.ends_with(words)) plain = plain.substr(0, plain.size() - words.size()) + "oz";
  }
  return parse_measure(plain, kVolume);
}

std::int64_t parse_load_g(std::string_view text) { return parse_measure(text, kLoad); }

std::int64_t parse_height_mm(std::string_view typed) {
  const std::string text = lower(trim(typed));
  if (text == "0" || text == "0mm") return 0;  // flat shoes
  return parse_measure(text, kHeight);
}

std::int64_t parse_count(std::string_view typed) {
  const std::string text = trim(typed);
  std::size_t at = 0;
  const std::int64_t number = whole_number(text, at);
  if (at == 0 || at != text.size()) refuse(text, kCount);
  return number;
}

SetsAndReps parse_sets(std::string_view typed) {
  std::string text = lower(trim(typed));
  if (const std::size_t sign = text.find("\u00D7"); sign != std::string::npos) {
    text.replace(sign, 2, "x");
  }
  const auto number = [&](std::string_view part) {
    const std::string digits = trim(part);
    std::size_t at = 0;
    const std::int64_t value = whole_number(digits, at);
    if (at == 0 || at != digits.size()) refuse(text, kSets);
    return value;
  };
  const std::size_t x = text.find('x');
  SetsAndReps result;
  result.sets = number(std::string_view(text).substr(0, x));
  if (x != std::string::npos) result.reps = number(std::string_view(text).substr(x + 1));
  more_than_zero(result.sets, text);
  if (result.reps) more_than_zero(*result.reps, text);
  return result;
}

}  // namespace soleus_cli
