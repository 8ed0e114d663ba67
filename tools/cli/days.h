#pragma once

#include <date/date.h>

#include <string>
#include <string_view>
#include <vector>

// Days and times of day as a person types and reads them.
namespace soleus_cli {

/// A day of the calendar, no time zone attached.
using Day = date::local_days;

/// Which "monday" is meant: one gone by (today may be it), or the next to come.
enum class Towards { past, future };

/// Whether parse_day needs to know today to read `text`; "2026-11-18" stands for itself.
bool is_relative_day(std::string_view text);

/// "today", "yesterday", "tomorrow", "monday" or "mon", "2026-11-18". @errors UsageError.
Day parse_day(std::string_view text, Day today, Towards towards);

/// "2026-11-18" only. @errors UsageError.
Day parse_iso_day(std::string_view text);

/// "mon,wed,fri", "mon-fri", "weekdays", "weekend": full lower-case names, Monday first.
/// @errors UsageError.
std::vector<std::string> parse_weekdays(std::string_view text);

/// "mon" or "monday" as "monday". @errors UsageError.
std::string parse_weekday(std::string_view text);

/// "08:30" or "8:30". @units minutes after midnight. @errors UsageError.
int parse_time_of_day(std::string_view text);

struct TimeWindow {
  int start_min = 0;
  int end_min = 0;
};

/// "09:00-17:00". @errors UsageError.
TimeWindow parse_window(std::string_view text);

/// "2026-11-18".
std::string iso_text(Day day);
/// "Wed 18 Nov"; with its year unless that is the year of `today`.
std::string day_text(Day day, Day today);
/// "Wednesday 18 November 2026".
std::string long_day_text(Day day);
/// "08:30".
std::string time_text(int minutes);

/// 0 is Monday.
unsigned weekday_index(Day day);
/// "monday" for 0.
std::string_view weekday_name(unsigned index);
/// "Jan" for January.
std::string_view month_name(date::month month);

}  // namespace soleus_cli
