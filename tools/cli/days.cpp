#include "tools/cli/days.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string quoted(std::string_view text) { return "\"" + printable(text) + "\""; }

/// The number of `digits` characters at `at`, all of them digits.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<Day> iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const date::year_month_day ymd{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                 date::day{static_cast<unsigned>(*day)}};
  return ymd.ok() ? std::optional<Day>{Day{ymd}} : std::nullopt;
}

/// "mon", "tues" or "thursday": three letters or more of one name.
std::optional<unsigned> weekday_of_name(std::string_view text) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (text.size() >= 3 && kWeekdays[i].starts_with(text)) return i;
  }
  return std::nullopt;
}

unsigned required_weekday(std::string_view text, std::string_view whole) {
  if (const auto found = weekday_of_name(text)) return *found;
  throw UsageError(quoted(whole) + " names no weekdays. Write them like mon,wed,fri or mon-fri.");
}

Day weekday_near(Day today, unsigned weekday, Towards towards) {
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_index(today)) + 7) % 7;
  if (towards == Towards::past) return today - date::days{(7 - ahead) % 7};
  return today + date::days{ahead == 0 ? 7 : ahead};
}

std::string two_digits(unsigned number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

bool is_relative_day(std::string_view text) { return !iso_day(trim(text)); }

Day parse_day(std::string_view typed, Day today, Towards towards) {
  const std::string text = lower(trim(typed));
  if (text == "today") return today;
  if (text == "yesterday") return today - date::days{1};
  if (text == "tomorrow") return today + date::days{1};
  if (const auto weekday = weekday_of_name(text)) return weekday_near(today, *weekday, towards);
  return parse_iso_day(text);
}

Day parse_iso_day(std::string_view typed) {
  if (const auto day = iso_day(trim(typed))) return *day;
  throw UsageError(quoted(typed) +
                   " is not a day. Write it like today, yesterday, monday or 2026-11-18.");
}

std::vector<std::string> parse_weekdays(std::string_view typed) {
  const std::string text = lower(trim(typed));
  std::array<bool, 7> chosen{};
  const auto choose = [&](unsigned first, unsigned last) {
    for (unsigned i = first;; i = (i + 1) % 7) {
      chosen[i] = true;
      if (i == last) break;
    }
  };
  for (const std::string& part : split(text, ',')) {
    const std::string word = trim(part);
    if (word == "weekdays") {
      choose(0, 4);
    } else if (word == "weekend") {
      choose(5, 6);
    } else if (const std::size_t dash = word.find('-'); dash != std::string::npos) {
      const std::string_view view = word;
      choose(required_weekday(view.substr(0, dash), typed),
             required_weekday(view.substr(dash + 1), typed));
    } else {
      const unsigned day = required_weekday(word, typed);
      choose(day, day);
    }
  }
  std::vector<std::string> names;
  for (unsigned i = 0; i < 7; ++i) {
    if (chosen[i]) names.emplace_back(kWeekdays[i]);
  }
  return names;
}

std::string parse_weekday(std::string_view typed) {
  if (const auto found = weekday_of_name(lower(trim(typed)))) return std::string(kWeekdays[*found]);
  throw UsageError(quoted(typed) + " is not a weekday. Write it like monday or mon.");
}

int parse_time_of_day(std::string_view typed) {
  const std::string text = trim(typed);
  const std::size_t colon = text.find(':');
  if (colon == 1 || colon == 2) {
    const auto hour = digits_at(text, 0, colon);
    const auto minute = digits_at(text, colon + 1, 2);
    const bool whole = text.size() == colon + 3;
    if (whole && hour && minute && *hour < 24 && *minute < 60) return *hour * 60 + *minute;
  }
  throw UsageError(quoted(typed) + " is not a time of day. Write it like 08:30 or 17:05.");
}

TimeWindow parse_window(std::string_view typed) {
  const std::size_t dash = typed.find('-');
  if (dash == std::string_view::npos) {
    throw UsageError(quoted(typed) + " is not a stretch of the day. Write it like 09:00-17:00.");
  }
  const std::string_view end = typed.substr(dash + 1);
  return {parse_time_of_day(typed.substr(0, dash)),
          trim(end) == "24:00" ? 24 * 60 : parse_time_of_day(end)};
}

std::string iso_text(Day day) {
  const date::year_month_day ymd{day};
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text.data();
}

std::string day_text(Day day, Day today) {
  const date::year_month_day ymd{day};
  std::string text(kWeekdays[weekday_index(day)].substr(0, 3));
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  text += ' ' + std::to_string(static_cast<unsigned>(ymd.day())) + ' ';
  text += month_name(ymd.month());
  if (ymd.year() != date::year_month_day{today}.year()) {
    text += ' ' + std::to_string(static_cast<int>(ymd.year()));
  }
  return text;
}

std::string long_day_text(Day day) {
  const date::year_month_day ymd{day};
  std::string text(kWeekdays[weekday_index(day)]);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  text += ' ' + std::to_string(static_cast<unsigned>(ymd.day())) + ' ';
  text += kMonths[static_cast<unsigned>(ymd.month()) - 1];
  return text + ' ' + std::to_string(static_cast<int>(ymd.year()));
}

std::string time_text(int minutes) {
  return two_digits(static_cast<unsigned>(minutes / 60)) + ':' +
         two_digits(static_cast<unsigned>(minutes % 60));
}

unsigned weekday_index(Day day) { return date::weekday{day}.iso_encoding() - 1; }

std::string_view weekday_name(unsigned index) { return kWeekdays[index % 7]; }

std::string_view month_name(date::month month) {
  return kMonths[static_cast<unsigned>(month) - 1].substr(0, 3);
}

}  // namespace soleus_cli
