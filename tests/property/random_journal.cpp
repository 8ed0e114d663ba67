#include "tests/property/random_journal.h"

#include <algorithm>
#include <utility>

namespace soleus::testing {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kHourMs = 3'600'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// @units seconds; half-hour and quarter-hour zones among them.
const std::vector<std::int32_t>& zones() {
  static const std::vector<std::int32_t> offsets{-36'000, -18'000, -10'800, 0,      3'600,
                                                 7'200,   20'700,  32'400,  37'800, 50'400};
  return offsets;
}

}  // namespace

RandomJournal random_journal(std::uint64_t seed) { return RandomLife{seed}.live(); }

RandomLife::RandomLife(std::uint64_t seed) : dice_(seed) {
  first_ = *parse_iso_day("2026-03-02") + static_cast<std::int32_t>(dice_.between(0, 400));
  days_ = static_cast<std::int32_t>(dice_.between(12, 40));
  offset_s_ = dice_.pick(zones());
  busy_percent_ = static_cast<int>(dice_.between(20, 90));
  travel_percent_ = dice_.chance(40) ? static_cast<int>(dice_.between(5, 30)) : 0;
  arrange_percent_ = static_cast<int>(dice_.between(2, 25));
  for (int i = 0; i < 13; ++i) {
    arrangement_weights_.push_back(dice_.chance(50) ? static_cast<int>(dice_.between(1, 10)) : 1);
  }
  const std::int64_t device_count = dice_.between(1, 3);
  for (std::int64_t i = 1; i <= device_count; ++i) {
    Device device{Scribe{static_cast<std::uint8_t>(i), events_}};
    if (dice_.chance(5)) device.skew_ms = dice_.pick<std::int64_t>({-2, 1, 370}) * kDayMs;
    devices_.push_back(std::move(device));
  }
}

RandomJournal RandomLife::live() {
  now_ms_ = std::int64_t{first_.days_since_1970()} * kDayMs + 7 * kHourMs - offset_s_ * 1000LL;
  for (Device& device : devices_) {
    set_clocks(device);
    // Nearly always the profile comes first, and devices that have not met write one each.
    if (&device == &devices_.front() ? dice_.chance(97) : dice_.chance(40)) {
      device.scribe.write(ProfileCreated{});
    }
  }
  for (std::int32_t i = 0; i < days_; ++i) live_through(first_ + i);
  return RandomJournal{std::move(events_), first_, first_ + (days_ - 1)};
}

void RandomLife::live_through(CivilDay day) {
  if (dice_.chance(travel_percent_)) offset_s_ = dice_.pick(zones());
  const std::int64_t midnight = std::int64_t{day.days_since_1970()} * kDayMs - offset_s_ * 1000LL;
  now_ms_ = std::max(now_ms_, midnight + dice_.between(0, 9) * kHourMs);
  const std::int64_t actions = dice_.chance(busy_percent_) ? dice_.between(2, 7) : 0;
  for (std::int64_t i = 0; i < actions; ++i) {
    now_ms_ += dice_.between(1, 4 * 60) * 60'000;
    act(devices_[static_cast<std::size_t>(
        dice_.between(0, static_cast<std::int64_t>(devices_.size()) - 1))]);
  }
}

void RandomLife::act(Device& device) {
  if (dice_.chance(50)) sync(device);
  set_clocks(device);
  if (dice_.chance(arrange_percent_)) {
    arrange(device);
  } else if (dice_.chance(20)) {
    change_entry(device);
  } else {
    log(device);
  }
}

void RandomLife::set_clocks(Device& device) {
  const std::int64_t told_ms = now_ms_ + device.skew_ms;
  device.scribe.in_zone(offset_s_).at(told_ms, wall_day(told_ms));
}

void RandomLife::sync(Device& device) {
  for (std::size_t i = device.seen; i < events_.size(); ++i) {
    if (events_[i].hlc <= hlc_horizon(device.scribe.utc_ms())) {
      device.scribe.has_seen(events_[i].hlc);
    }
  }
  device.seen = events_.size();
}

bool RandomLife::knows(const Device& device, std::size_t index) const {
  return index < device.seen || events_[index].device == device.scribe.device();
}

CivilDay RandomLife::wall_day(std::int64_t utc_ms) const {
  const std::int64_t wall_s = utc_ms / 1000 + offset_s_ - day_start_min_ * 60;
  return CivilDay{static_cast<std::int32_t>(floor_div(wall_s, 86'400))};
}

}  // namespace soleus::testing
