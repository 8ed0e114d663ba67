#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/journal/event.h"

namespace soleus::testing {

/// Friday, 2026-11-20, 09:00:00 UTC.
constexpr std::int64_t kFriday = 1795165200000;

/// A device whose wall clock is a plain number: makes events as the tracker would record them.
class EventMaker {
 public:
  explicit EventMaker(std::uint8_t device);

  EventMaker& at(std::int64_t utc_ms);
  EventMaker& later(std::int64_t ms) { return at(utc_ms_ + ms); }
  EventMaker& in_zone(std::string name, std::int32_t offset_s);
  EventMaker& day_starts_at(std::int32_t minute);

  DeviceId device() const { return device_; }
  std::int64_t utc_ms() const { return utc_ms_; }
  std::int64_t last_seq() const { return seq_; }
  CivilDay today() const;

  /// Recorded now, about now.
  Event event(Payload payload);
  /// Recorded now, about another day.
  Event about(CivilDay day, Payload payload);
  /// The same under an id of the caller's, as a request may bring it.
  Event named(Uuid id, Payload payload);
  /// A further version of an entry, recorded now, on the day the entry had (or another one).
  Event version_of(const Event& before, Payload payload);
  Event moved(const Event& before, CivilDay day, Payload payload);

 private:
  DeviceId device_;
  IdSource ids_;
  std::int64_t utc_ms_ = kFriday;
  std::string zone_ = "Europe/Berlin";
  std::int32_t offset_s_ = 3600;
  std::int32_t day_start_min_ = 0;
  std::int64_t seq_ = 0;
  Hlc last_;
};

EntryLogged drunk(std::int64_t water_ml, std::string note = {});
EntryLogged walked(std::int64_t duration_s);
EntryLogged raised(std::int64_t sets);
EntryAmended amended(const EntryLogged& values);
EntryRemoved removed(const EntryLogged& values);

}  // namespace soleus::testing
