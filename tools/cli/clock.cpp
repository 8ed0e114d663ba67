#include "tools/cli/clock.h"

#include <date/tz.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

using Seconds = std::chrono::seconds;
using Millis = std::chrono::milliseconds;

// What the core asks for. @source protocol.md, "Envelope" (at.shifts).
constexpr std::chrono::hours kShiftsAhead{80};

date::sys_time<Millis> instant(std::int64_t utc_ms) {
  return date::sys_time<Millis>{Millis{utc_ms}};
}

std::int32_t seconds_of(Seconds offset) { return static_cast<std::int32_t>(offset.count()); }

const date::time_zone* find_zone(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw UsageError("No time zone is called \"" + printable(name) +
                     "\". Write it like Europe/Berlin.");
  }
}

int minute_of_day(date::local_seconds time) {
  const auto since_midnight = time - date::floor<date::days>(time);
  return static_cast<int>(date::floor<std::chrono::minutes>(since_midnight).count());
}

}  // namespace

Clock::Clock(const std::string& zone_name, std::int64_t utc_ms)
    : zone_(find_zone(zone_name)), utc_ms_(utc_ms) {}

std::string Clock::zone_name() const { return zone_->name(); }

std::int32_t Clock::offset_s_at(std::int64_t utc_ms) const {
  return seconds_of(zone_->get_info(instant(utc_ms)).offset);
}

std::vector<Shift> Clock::shifts() const {
  std::vector<Shift> shifts;
  const auto now = date::floor<Seconds>(instant(utc_ms_));
  const auto horizon = now + kShiftsAhead;
  date::sys_info present = zone_->get_info(now);
  while (present.end <= horizon) {
    const date::sys_info next = zone_->get_info(present.end);
    // A zone may change its name or its rule without touching the clocks.
    if (next.offset != present.offset) {
      shifts.push_back({Millis{present.end.time_since_epoch()}.count(), seconds_of(next.offset)});
    }
    present = next;
  }
  return shifts;
}

Day Clock::local_day() const {
  return date::floor<date::days>(zone_->to_local(date::floor<Seconds>(instant(utc_ms_))));
}

Instant Clock::instant_of(Day day, int minutes) const {
  const date::local_seconds wall = day + std::chrono::minutes{minutes};
  const date::local_info info = zone_->get_info(wall);
  if (info.result == date::local_info::nonexistent) {
    const date::local_seconds next{info.second.begin.time_since_epoch() + info.second.offset};
    const Day next_day = date::floor<date::days>(next);
    throw UsageError("There is no " + time_text(minutes) + " on " + long_day_text(day) + " in " +
                     zone_name() + ": the clocks are put forward over it. The next time is " +
                     time_text(minute_of_day(next)) +
                     (next_day == day ? "." : " on " + long_day_text(next_day) + "."));
  }
  const auto utc = wall.time_since_epoch() - info.first.offset;
  return {Millis{utc}.count(), seconds_of(info.first.offset),
          info.result == date::local_info::ambiguous};
}

Clock Clock::moved_to(std::int64_t utc_ms) const {
  Clock moved = *this;
  moved.utc_ms_ = utc_ms;
  return moved;
}

std::string system_zone_name() {
  if (const char* tz = std::getenv("TZ")) {
    const std::string name = *tz == ':' ? tz + 1 : tz;
    return name.empty() ? "Etc/UTC" : name;
  }
  try {
    return date::current_zone()->name();
  } catch (const std::runtime_error&) {
    // Without the file the C library takes UTC too.
    if (!std::filesystem::exists("/etc/localtime")) return "Etc/UTC";
    throw UsageError(
        "The system does not say which time zone this is. "
        "Say it with --zone, as in --zone Europe/Berlin.");
  }
}

std::int64_t system_utc_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<Millis>(now).count();
}

std::int64_t parse_utc_ms(std::string_view text) {
  std::istringstream in{std::string(text)};
  date::sys_time<Millis> time;
  in >> date::parse("%FT%TZ", time);
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) {
    throw UsageError("\"" + printable(text) +
                     "\" is not a time. Write it like 2026-11-20T08:00:00Z.");
  }
  return time.time_since_epoch().count();
}

std::string offset_text(std::int32_t offset_s) {
  const int minutes = std::abs(offset_s) / 60;
  return std::string("UTC") + (offset_s < 0 ? "-" : "+") + time_text(minutes);
}

}  // namespace soleus_cli
