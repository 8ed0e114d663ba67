#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soleus {

/// ISO 8601 weekday numbers.
enum class Weekday : std::uint8_t {
  monday = 1,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
};

std::string_view weekday_name(Weekday weekday);
std::optional<Weekday> weekday_named(std::string_view name);

/// A day of a person's life, as a proleptic Gregorian date: days since 1970-01-01. Which instants
/// belong to it is day_of()'s business (core/calendar/day_start.h).
class CivilDay {
 public:
  constexpr CivilDay() = default;
  constexpr explicit CivilDay(std::int32_t days_since_1970) : days_(days_since_1970) {}

  constexpr std::int32_t days_since_1970() const { return days_; }

  friend auto operator<=>(const CivilDay&, const CivilDay&) = default;
  friend constexpr CivilDay operator+(CivilDay day, std::int32_t days) {
    return CivilDay{day.days_ + days};
  }
  friend constexpr CivilDay operator-(CivilDay day, std::int32_t days) {
    return CivilDay{day.days_ - days};
  }
  /// Days from `b` to `a`.
  friend constexpr std::int32_t operator-(CivilDay a, CivilDay b) { return a.days_ - b.days_; }
  constexpr CivilDay& operator++() {
    ++days_;
    return *this;
  }

 private:
  std::int32_t days_ = 0;
};

Weekday weekday_of(CivilDay day);

/// "2026-11-20".
std::string iso_text(CivilDay day);

/// Reads "2026-11-20"; absent for anything else, dates that do not exist included.
std::optional<CivilDay> parse_iso_day(std::string_view text);

/// The first day of the month `day` lies in, `months` later (earlier if negative).
CivilDay month_start(CivilDay day, std::int32_t months = 0);

/// The range every day, given or computed, must lie in.
/// @source design.md section 3 (utc_ms in 2000..2199).
CivilDay first_valid_day();
CivilDay last_valid_day();

}  // namespace soleus
