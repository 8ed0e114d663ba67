#include "core/calendar/civil_day.h"

#include <date/date.h>

#include <array>
#include <cstddef>

namespace soleus {
namespace {

constexpr std::array<std::string_view, 7> kWeekdayNames = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

date::sys_days sys(CivilDay day) { return date::sys_days{date::days{day.days_since_1970()}}; }

CivilDay civil(date::sys_days day) {
  return CivilDay{static_cast<std::int32_t>(day.time_since_epoch().count())};
}

/// Digits only: no sign, no space. Absent if anything else stands there.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

}  // namespace

std::string_view weekday_name(Weekday weekday) {
  return kWeekdayNames[static_cast<std::size_t>(weekday) - 1];
}

std::optional<Weekday> weekday_named(std::string_view name) {
  for (std::size_t i = 0; i < kWeekdayNames.size(); ++i) {
    if (kWeekdayNames[i] == name) return static_cast<Weekday>(i + 1);
  }
  return std::nullopt;
}

Weekday weekday_of(CivilDay day) {
  return static_cast<Weekday>(date::weekday{sys(day)}.iso_encoding());
}

std::string iso_text(CivilDay day) {
  const date::year_month_day ymd{sys(day)};
  std::string out;
  append_padded(out, static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
  out.push_back('-');
  append_padded(out, static_cast<unsigned>(ymd.month()), 2);
  out.push_back('-');
  append_padded(out, static_cast<unsigned>(ymd.day()), 2);
  return out;
}

std::optional<CivilDay> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const date::year_month_day ymd{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                 date::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  return civil(date::sys_days{ymd});
}

CivilDay month_start(CivilDay day, std::int32_t months) {
  const date::year_month_day ymd{sys(day)};
  return civil(date::sys_days{(ymd.year() / ymd.month() + date::months{months}) / 1});
}

CivilDay first_valid_day() { return civil(date::sys_days{date::year{2000} / 1 / 1}); }

CivilDay last_valid_day() { return civil(date::sys_days{date::year{2199} / 12 / 31}); }

}  // namespace soleus
