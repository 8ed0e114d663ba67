#include "tools/cli/words.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kLitre = 1000;
constexpr std::size_t kShortId = 6;

/// A number in thousandths with the decimals it needs, at most `most`; the rest is cut off, so that
/// 1.996 of 2 never reads as 2 of 2.
std::string decimal(std::int64_t thousandths, int most) {
  static constexpr std::array<std::int64_t, 4> kSteps{1000, 100, 10, 1};
  const std::int64_t step = kSteps[static_cast<std::size_t>(most)];
  const std::int64_t shown = thousandths / step * step;
  std::string text = std::to_string(shown / 1000);
  std::string fraction = std::to_string(1000 + shown % 1000).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? text : text + '.' + fraction;
}

/// Tenths are as fine as anybody pours; rounded, so that 12 oz typed is 12 oz shown.
std::string ounces(std::int64_t ml) { return decimal(ml * 1'000'000 / 29'574 + 50, 1); }

std::string counted(std::int64_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

/// `in_hours`: from one hour on, else from two hours on.
std::string duration_text(std::int64_t seconds, bool in_hours = false) {
  if (seconds < kMinute) return std::to_string(seconds) + " s";
  std::string text;
  if (seconds >= 2 * kHour || (seconds >= kHour && (in_hours || seconds % kHour == 0))) {
    text = std::to_string(seconds / kHour) + " h";
    seconds %= kHour;
    if (seconds < kMinute) return text;
    text += ' ';
    seconds -= seconds % kMinute;
  }
  text += std::to_string(seconds / kMinute) + " min";
  if (seconds % kMinute != 0) text += ' ' + std::to_string(seconds % kMinute) + " s";
  return text;
}

std::string volume_text(std::int64_t ml, const Look& look) {
  if (look.us_units) return ounces(ml) + " oz";
  if (ml < kLitre || ml % 10 != 0) return std::to_string(ml) + " ml";
  return decimal(ml, 2) + " l";
}

std::string times_text(std::int64_t n, std::string_view unit) {
  if (unit == "sets") return counted(n, "set", "sets");
  if (unit == "slots") return counted(n, "half hour", "half hours");
  if (unit == "times") return counted(n, "time", "times");
  return std::to_string(n) + (unit.empty() ? "" : " " + std::string(unit));
}

void add_word(std::vector<std::string>& words, const Json& amounts, std::string_view name) {
  const std::string word = text_of(amounts, name);
  if (!word.empty() && word != "unknown") words.push_back(plain_word(word));
}

std::string sets_text(const Json& amounts) {
  const auto sets = find_number(amounts, "sets");
  const auto reps = find_number(amounts, "reps");
  if (!sets) return {};
  if (!reps) return counted(*sets, "set", "sets");
  return std::to_string(*sets) + 'x' + std::to_string(*reps);
}

std::string load_text(std::int64_t grams, const Look& look) {
  if (look.us_units) return decimal(grams * 1'000'000 / 453'592 + 50, 1) + " lb";
  return grams < 1000 ? std::to_string(grams) + " g" : decimal(grams, 3) + " kg";
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string amount_text(std::int64_t amount, std::string_view unit, const Look& look) {
  if (unit == "s") return duration_text(amount);
  if (unit == "ml") return volume_text(amount, look);
  return times_text(amount, unit);
}

std::string progress_text(std::int64_t amount, std::int64_t target, std::string_view unit,
                          const Look& look) {
  const std::string of = " of ";
  if (unit == "s" && target % kMinute == 0 && amount % kMinute == 0 && target < 2 * kHour &&
      amount < 2 * kHour) {
    return std::to_string(amount / kMinute) + of + std::to_string(target / kMinute) + " min";
  }
  if (unit == "ml" && look.us_units) return ounces(amount) + of + ounces(target) + " oz";
  if (unit == "ml" && target >= kLitre) {
    return decimal(amount, 2) + of + decimal(target, 2) + " l";
  }
  if (unit == "ml") return std::to_string(amount) + of + std::to_string(target) + " ml";
  if (unit == "s") {
    const bool in_hours = amount >= 2 * kHour || target >= 2 * kHour;
    return duration_text(amount, in_hours) + of + duration_text(target, in_hours);
  }
  return std::to_string(amount) + of + times_text(target, unit);
}

std::string entry_text(const Json& entry, std::string_view unit, const Look& look) {
  const Json& amounts = member(entry, "amounts");
  std::vector<std::string> words;
  add_word(words, amounts, "exercise");
  add_word(words, amounts, "stretch");
  if (const std::string sets = sets_text(amounts); !sets.empty()) words.push_back(sets);
  if (const auto seconds = find_number(amounts, "duration_s")) {
    words.push_back(duration_text(*seconds));
  }
  if (const auto ml = find_number(amounts, "water_ml")) words.push_back(volume_text(*ml, look));
  if (const auto amount = find_number(amounts, "amount")) {
    words.push_back(unit == "yes" ? "yes" : amount_text(*amount, unit, look));
  }
  for (const std::string_view name : {"pace", "terrain", "position", "side"}) {
    add_word(words, amounts, name);
  }
  if (const auto load = find_number(amounts, "load_g")) words.push_back(load_text(*load, look));
  if (const auto steps = find_number(amounts, "steps")) {
    words.push_back(counted(*steps, "step", "steps"));
  }
  if (flag_of(amounts, "with_electrolytes")) words.emplace_back("with electrolytes");
  if (const auto heel = find_number(amounts, "heel_mm")) {
    words.push_back("heel " + std::to_string(*heel) + " mm");
  }
  return join(words, ", ");
}

std::string goal_text(const Json& goal, std::string_view unit, const Look& look) {
  const Json& schedule = member(goal, "schedule");
  const std::string type = text_of(schedule, "type");
  const std::int64_t target = number_of(goal, "target");
  const bool once = unit == "times" && target == 1;
  const std::string amount = once ? "once" : amount_text(target, unit, look);
  if (type == "weekly_amount") return amount + " a week";
  if (type == "at_most") return "at most " + amount + " a day";
  if (type == "weekdays") return amount + " on " + weekdays_text(items_of(schedule, "weekdays"));
  if (type == "weekly_quota") {
    return amount + " on " + counted(number_of(schedule, "q"), "day", "days") + " a week";
  }
  if (type == "every_n_days") {
    return amount + " every " + std::to_string(number_of(schedule, "n")) + " days";
  }
  return amount + " a day";
}

std::string weekdays_text(const JsonArray& weekdays) {
  std::vector<std::string> names;
  for (const Json& day : weekdays) {
    if (!day.is_string()) continue;
    const boost::json::string& name = day.get_string();
    names.push_back(capitalised(std::string_view(name.data(), name.size()).substr(0, 3)));
  }
  const std::vector<std::string> working{"Mon", "Tue", "Wed", "Thu", "Fri"};
  return names == working ? "Mon to Fri" : join(names, ", ");
}

std::string plain_word(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string short_id(std::string_view id) {
  return std::string(id.size() > kShortId ? id.substr(id.size() - kShortId) : id);
}

}  // namespace soleus_cli
